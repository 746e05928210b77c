import type { Fault } from "../catalogue/fault";
import { TIME_LIMIT } from "../window/requestClock";
import { concerns, type Moment } from "./moment";

/** Milliseconds: the longest back-off interval, with its jitter. */
const BACK_OFF = 75_000;

/** Milliseconds that a request still stalls when the fault has gone. */
const STALL = TIME_LIMIT * 1000;

/** What cannot be green: moments, faults, and why. */
const NOT_GREEN: readonly (readonly [RegExp, RegExp, string])[] = [
  [
    /^(poll-list|poll-watch|restored)$/,
    /^status-404-framework$/,
    "The server says of each folder, again and again, that it does not exist. That is shown, as the server's word; they come back when it has them again.",
  ],
  [
    /^(look-up|explain|load-more|tool)$/,
    /^(data-(processing-again|.*-status|analysis-ids-repeat|groups-.*|analyses-.*)|member-.*-by-turns|clock-times-.*)$/,
    "A folder that is not listed was read while its data were wrong. Nothing tells that it is otherwise since, so it stays until it changes, or somebody refreshes.",
  ],
];

/** @returns what the user must be told in a case; undefined: nothing */
export function expectedSentence(fault: Fault, moment: Moment): RegExp | undefined {
  if (isBorne(fault, moment)) return undefined;
  if (moment.id === "add" && fault.id === "body-html-as-json") return / replied with a web page/;
  const status = statusOf(fault);
  if (moment.id === "token") {
    if (status === 401) return / did not accept this access token/;
    return status === 404 || status === 405 ? / has no list of folders/ : fault.sentence;
  }
  // Whoever refuses to renew the session: it has ended, and nobody renews it.
  return isSessionRefused(fault, moment) ? / does not accept the session\./ : fault.sentence;
}

/**
 * @returns milliseconds after a fault in which all must be right again: one back-off interval. A refused session rests for
 * as long at most by itself, and the list waits for its own interval if it was due meanwhile.
 */
export function recoveryTime(fault: Fault, moment: Moment): number {
  return (
    BACK_OFF +
    (fault.reason === "timeout" || fault.id.endsWith("-stall") ? STALL : 0) +
    (fault.reason === "signInNeeded" || isSessionRefused(fault, moment) ? BACK_OFF : 0)
  );
}

function isSessionRefused(fault: Fault, moment: Moment): boolean {
  const status = statusOf(fault);
  const isRefused = status >= 400 && status < 500 && ![407, 408, 429].includes(status);
  return moment.id === "renewal" && isRefused;
}

/** @returns the status that a fault of that group replies with; 0 for others */
function statusOf({ id }: Fault): number {
  return Number(/^status-(\d+)/.exec(id)?.[1] ?? 0);
}

/** @returns whether the moment does not need what the fault breaks */
function isBorne({ id, group, reason }: Fault, moment: Moment): boolean {
  // A filter asks for no total, and may match nothing.
  if (moment.id === "filter" && id === "data-empty-with-total") return true;
  if (moment.id !== "add") return false;
  // A version is so short that it comes in time at a byte a second.
  if (id === "drip-body") return true;
  // Whatever a server tells of its version, it is an Oz API, unless that is a web page; and so it is if it refuses as one.
  const isText = /^body-(text|no-content)$/.test(id) || (reason === "unreadable" && !NO_TEXT.test(id));
  return (group === "body" && isText) || /^status-40[13]-framework/.test(id);
}

/** Replies of which not even a text can be read, and web pages. */
const NO_TEXT = /^body-(html|100-mb|chunk|length-(?!short)|header|gzip-(bomb|damaged))/;

/** @returns whether the server sends other data, which are its word, than it has */
export function sendsOther({ id, group }: Fault): boolean {
  return group === "data" || group === "clock" || /^body-(invalid-utf8|windows-1251)$/.test(id);
}

/** @returns whether the server says that folders run again and end: their ends are told then */
export function tellsEnds({ group }: Fault): boolean {
  return group === "data";
}

/** @returns why a case cannot be green, in plain words; undefined if it is */
export function notGreen({ id }: Fault, moment: Moment): string | undefined {
  return NOT_GREEN.find(([moments, faults]) => moments.test(moment.id) && faults.test(id))?.[2];
}

/** @returns why a pair cannot occur; undefined if it can */
export function impossible(fault: Fault, { requests }: Moment): string | undefined {
  return requests.some((request) => concerns(fault, request))
    ? undefined
    : "The moment sends no request that the fault concerns.";
}
