import type { Status } from "./words";

/**
 * Worst first (rule 2 of statuses.md). The document ranks six words. The other two stand right above SUCCESS:
 * with an analysis whose result is not known the whole cannot have succeeded, and yet nothing bad was said.
 */
const WORST_FIRST: readonly Status[] = [
  "INITIAL",
  "PROCESSING",
  "FAILED",
  "DECLINED",
  "OPERATOR_REQUIRED",
  "UNKNOWN",
  "FINISHED",
  "SUCCESS",
];

const rank = new Map(WORST_FIRST.map((status, index) => [status, index]));

/** @returns negative when `a` is worse than `b`, positive when it is better, 0 when they are the same */
export function compareWorstFirst(a: Status, b: Status): number {
  return (rank.get(a) ?? 0) - (rank.get(b) ?? 0);
}

/** @returns the worst of the statuses; INITIAL when there is none, as for a folder without analyses (rule 4) */
export function worst(statuses: readonly Status[]): Status {
  return statuses.toSorted(compareWorstFirst)[0] ?? "INITIAL";
}
