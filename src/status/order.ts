import type { Status } from "./words";

/**
 * Worst first (rule 2 of statuses.md). The document ranks six words. The other two stand right above SUCCESS:
 * with an analysis whose result is not known the whole cannot have succeeded, and yet nothing bad was said.
 */
const RANK: Readonly<Record<Status, number>> = {
  INITIAL: 0,
  PROCESSING: 1,
  FAILED: 2,
  DECLINED: 3,
  OPERATOR_REQUIRED: 4,
  UNKNOWN: 5,
  FINISHED: 6,
  SUCCESS: 7,
};

/** @returns negative when `a` is worse than `b`, positive when it is better, 0 when they are the same */
export function compareWorstFirst(a: Status, b: Status): number {
  return RANK[a] - RANK[b];
}
