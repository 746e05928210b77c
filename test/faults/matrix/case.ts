import { LONG_WAIT } from "../../../src/folders/store/retryAfter";
import { desk } from "../../standIn/desk";
import type { Fault } from "../catalogue/fault";
import { CHECKS } from "./checks";
import type { Evidence } from "./evidence";
import { expectedSentence, recoveryTime, tellsEnds } from "./expectations";
import type { Moment } from "./moment";
import { inBackground } from "./places";
import { readScreen } from "./screen";
import { Stage } from "./stage";
import { differences, marksLeft } from "./truth";

/** Milliseconds after which the list is read when it becomes visible. */
const AT_ONCE = 5000;

/** Milliseconds in which the end of a folder that rests is noticed and told. */
const RESTING = 100_000;

/** Runs one case. @returns what is wrong, each with the check that found it */
export async function runCase(fault: Fault, moment: Moment): Promise<readonly string[]> {
  const evidence = await collect(fault, moment);
  return CHECKS.flatMap(({ id, problems }) => problems(evidence).map((problem) => `${id}: ${problem}`));
}

/** Breaks the server for what the moment is about. */
function scoped(fault: Fault, { isAlone, requests }: Moment): Fault {
  if (isAlone !== true) return fault;
  const paths = new Set(requests.map(({ path }) => path));
  return { ...fault, only: (request) => paths.has(request.path) && (fault.only?.(request) ?? true) };
}

async function collect(fault: Fault, moment: Moment): Promise<Evidence> {
  const wentOn =
    fault.reason === "timeout" && fault.group === "connection" ? await breakOff(fault, moment) : [];
  const stage = await Stage.open(fault, moment.folders);
  const { window } = stage;
  try {
    await moment.arrive(stage);
    const before = await readScreen();
    const [seen, connections, from] = [desk.seen.length, window.front.connections, window.clock.elapsed()];
    const heap = window.peak;
    window.front.fault = scoped(fault, moment);
    window.sandbox.arrive();
    await moment.act(stage);
    const during = await readScreen();
    const to = window.clock.elapsed();
    const facts = {
      told: moment.told(during, stage),
      boxes: stage.errors,
      background: inBackground(during),
      untoldAge: expectedSentence(fault, moment) ? (moment.untoldAge?.(during, fault) ?? []) : [],
      connections: window.front.connections - connections,
      minutes: (to - from) / 60_000,
    };
    window.front.fault = undefined;
    const notRight = await recover(
      stage,
      fault,
      recoveryTime(fault, moment),
      facts.told.length > 0 || desk.asking ? moment.retry : undefined,
    );
    const uninvited = window.uninvited.filter(({ text }) => !isDue(fault, text));
    const watches = await checkWatches(stage, fault, seen);
    return {
      ...facts,
      fault,
      moment,
      sentence: expectedSentence(fault, moment),
      before,
      during,
      uninvited,
      said: desk.seen
        .slice(seen)
        .filter(({ what }) => what === "error" || what === "message")
        .map(({ text }) => text),
      unhandled: window.unhandled,
      growth: window.peak - heap,
      notRight,
      watches,
      wentOn,
    };
  } finally {
    await stage.close();
  }
}

/**
 * The user tries again if the moment wants it, and asks anyway if the server has asked for a long wait.
 * @param time milliseconds in which all must be right
 */
async function recover(
  stage: Stage,
  { wait = 0 }: Fault,
  time: number,
  retry: Moment["retry"],
): Promise<readonly string[]> {
  const { window } = stage;
  if (wait > LONG_WAIT && desk.contextKeys.get("ozInspector.connection") === "active")
    await window.run("refresh");
  await retry?.(stage);
  const wrong = async (): Promise<readonly string[]> => [
    ...(await marksLeft()),
    ...(window.isListVisible ? await differences(stage) : []),
  ];
  const isRight = async (): Promise<boolean> => (await wrong()).length === 0;
  await window.until(isRight, time);
  const left = await wrong();
  if (window.isListVisible) return left;
  window.setListVisible(true);
  await window.until(isRight, AT_ONCE);
  return [...left, ...(await wrong())];
}

/** The watched folder that has ended runs again, and ends. */
async function checkWatches(
  { window, ended }: Stage,
  fault: Fault,
  seen: number,
): Promise<readonly string[]> {
  const notices = (since: number): readonly string[] =>
    desk.seen
      .slice(since)
      .filter(({ what, text }) => what === "message" && text.startsWith("Folder "))
      .map(({ text }) => text);
  const early = notices(seen).filter((text) => !isDue(fault, text));
  const isWatching = desk.contextKeys.get("ozInspector.watching") === true;
  if (!isWatching) return early;
  const from = desk.seen.length;
  window.sandbox.analyseAgain(ended, "FAILED");
  // So that it is seen to run: it takes only a few seconds.
  await window.run("refreshFolder", ended);
  await window.pass(RESTING);
  const told = notices(from).filter((text) => text.includes(ended.slice(0, 8)) && text.includes("Failed"));
  return [
    ...early,
    ...(told.length === 1 ? [] : [`the end of a watched folder was told ${told.length} times`]),
  ];
}

/** @returns whether a notice tells what the server has said while it was broken */
function isDue(fault: Fault, text: string): boolean {
  return tellsEnds(fault) && text.startsWith("Folder ") && !text.includes("no longer on the server");
}

/** The user breaks off what stalls. @returns what goes on all the same */
async function breakOff(fault: Fault, moment: Moment): Promise<readonly string[]> {
  if (!moment.cancel) return [];
  const stage = await Stage.open(fault, moment.folders);
  const { window } = stage;
  try {
    await moment.arrive(stage);
    window.front.fault = scoped(fault, moment);
    window.isHasty = true;
    await moment.act(stage);
    if (window.clock.inFlight === 0) return ["nothing stalled"];
    await moment.cancel(stage);
    window.isHasty = false;
    await window.pass(1000);
    const open = window.front.openSockets;
    const { connections } = window.front;
    await window.pass(recoveryTime(fault, moment));
    const more = window.front.connections - connections;
    return [
      ...(open > 0 ? [`${open} connections are still open`] : []),
      ...(more > 0 ? [`${more} more connections were made`] : []),
      ...window.uninvited.map(({ text }) => `it says ${text}`),
    ];
  } finally {
    await stage.close();
  }
}
