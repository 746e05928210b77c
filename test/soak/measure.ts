import { Session, type Runtime } from "node:inspector";
import { Emitter } from "../../src/base/emitter";

/** What must stay flat. */
export interface Measure {
  readonly heap: number;
  readonly listeners: number;
  readonly realTimers: number;
}

/** Takes a measure after garbage collection. */
export function measure(): Measure {
  const listeners = liveListeners();
  for (let round = 0; round < 3; round++) globalThis.gc?.();
  return {
    heap: process.memoryUsage().heapUsed,
    listeners,
    realTimers: process.getActiveResourcesInfo().filter((name) => name === "Timeout").length,
  };
}

/** @returns how many listeners all events of the extension have, and those of the stand-in, which are the same */
function liveListeners(): number {
  const session = new Session();
  session.connect();
  // An inspector of its own process answers at once.
  const post = (method: string, params: object): unknown => {
    let answer: unknown;
    session.post(method, params, (error: Error | null, result?: object) => (answer = error ?? result));
    return answer;
  };
  try {
    Object.assign(globalThis, { soakPrototype: Emitter.prototype });
    const { result } = post("Runtime.evaluate", {
      expression: "soakPrototype",
    }) as Runtime.EvaluateReturnType;
    const { objects } = post("Runtime.queryObjects", {
      prototypeObjectId: result.objectId,
    }) as Runtime.QueryObjectsReturnType;
    const summed = post("Runtime.callFunctionOn", {
      objectId: objects.objectId,
      functionDeclaration:
        "function () { return this.reduce((sum, { listeners }) => sum + listeners.size, 0); }",
      returnByValue: true,
    }) as Runtime.CallFunctionOnReturnType;
    return summed.result.value as number;
  } finally {
    session.disconnect();
  }
}
