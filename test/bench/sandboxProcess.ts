import { fork } from "node:child_process";
import path from "node:path";
import type { SandboxJobs, SandboxQuestion } from "./sandboxes";

interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** The jobs of sandboxes.ts, run in another process. */
export type SandboxProcess = {
  readonly [Job in keyof SandboxJobs]: (
    ...args: Parameters<SandboxJobs[Job]>
  ) => Promise<Awaited<ReturnType<SandboxJobs[Job]>>>;
} & { close(): void };

/** @param folder of the benchmarks' bundles */
export function startSandboxes(folder: string): SandboxProcess {
  const child = fork(path.join(folder, "sandboxes.js"), { execArgv: [] });
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let last = 0;
  child.on("message", ({ id, value, error }: Answer) => {
    if (error === undefined) waiting.get(id)?.resolve(value as never);
    else waiting.get(id)?.reject(new Error(error));
    waiting.delete(id);
  });
  const ask =
    (job: keyof SandboxJobs) =>
    (...args: readonly unknown[]) =>
      new Promise<never>((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        child.send({ id, job, args } satisfies SandboxQuestion);
      });
  return {
    start: ask("start"),
    analyseAgain: ask("analyseAgain"),
    advance: ask("advance"),
    requests: ask("requests"),
    close: () => child.disconnect(),
  };
}
