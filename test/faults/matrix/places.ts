import { CLOCK_TIME, withTimes } from "../../clockTime";
import type { Screen } from "./screen";
import type { Stage } from "./stage";

/** What follows a sentence about a failure: times, and what a click does. */
const TAILS = [
  / Click to (retry|sign in again)\.$/,
  / Failing since [\d: UTC+-]+\.$/,
  / Not updated since [\d: -]+\.$/,
  / It loads as soon as it can be read\.$/,
  / Next request at [\d: UTC+-]+\. Refresh asks now\.$/,
];

/** @returns the sentence about a failure, without what stands before and behind it at that place */
function sentenceOf(text: string): string {
  return TAILS.reduce((left, tail) => left.replace(tail, ""), text.replace(/^> (Not loaded: )?/, ""));
}

/** The row above the list. */
export function inList({ rows }: Screen): readonly string[] {
  return rows.filter(({ id }) => id === "failure").map(({ tooltip }) => sentenceOf(tooltip));
}

/** The status bar, below the watched folders. */
export function inStatusBar({ status: [, tooltip = ""] }: Screen): readonly string[] {
  return tooltip.split("\n\n").slice(1).map(sentenceOf);
}

/** The rows of watched folders: the last paragraph of their tooltips. */
export function inWatched({ watched }: Screen): readonly string[] {
  const last = watched.map(({ tooltip }) => tooltip.split("\n\n").at(-1) ?? "");
  return last.filter((text) => text.includes(" Failing since ")).map(sentenceOf);
}

/** The marks at the top of explanations. */
export function inDocuments({ documents }: Screen): readonly string[] {
  const first = documents.map(({ text }) => text.split("\n")[0] ?? "");
  return first.filter((line) => line.startsWith("> ")).map(sentenceOf);
}

/** What is wrong with the answer to a question. */
export function inQuestion({ question }: Screen): readonly string[] {
  return question.slice(2);
}

/** The errors of the user's command. */
export function inDialog(_: Screen, { errors }: Stage): readonly string[] {
  return errors;
}

/** Everywhere but in the user's dialogs and questions. */
export function inBackground(screen: Screen): readonly string[] {
  return [inList, inStatusBar, inWatched, inDocuments].flatMap((read) => read(screen));
}

/** Since when the list fails. */
export function ageOfFailure({ rows }: Screen): readonly string[] {
  const failure = rows.find(({ id }) => id === "failure");
  if (!failure) return [];
  const told = withTimes`^((since|retry at) ${CLOCK_TIME}|retry on \d{4}-\d\d-\d\d)$`;
  return told.test(failure.description) ? [] : [`the row of the failure says “${failure.description}”`];
}

/** Since when the list fails, and how old the rows are. */
export function ageOfList(screen: Screen): readonly string[] {
  const { message, rows } = screen;
  const isOld = rows.some(({ id }) => id === "failure") && rows.some(({ id }) => id.startsWith("folder/"));
  return [
    ...ageOfFailure(screen),
    ...(isOld && !withTimes`as of ${CLOCK_TIME}`.test(message ?? "")
      ? [`the message says “${message}”`]
      : []),
  ];
}

/** What was last known of a watched folder, and since when it fails. */
export function ageOfWatched({ status: [text = "", tooltip = ""] }: Screen): readonly string[] {
  const isLast = tooltip.includes(" · last: ");
  return isLast && tooltip.includes(" Failing since ") ? [] : [`the status bar says “${text}”: ${tooltip}`];
}

/** Since when documents are not up to date. */
export function ageOfDocuments({ documents }: Screen): readonly string[] {
  return documents.flatMap(({ uri, text, lenses }) => {
    const mark = uri.includes(".json") ? lenses.join(" | ") : (text.split("\n")[0] ?? "");
    return withTimes`${CLOCK_TIME}`.test(mark.replace(withTimes`received ${CLOCK_TIME}`, ""))
      ? []
      : [`${uri} says “${mark}”`];
  });
}
