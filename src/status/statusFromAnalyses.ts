import { append, compareTimes } from "./lists";
import type { FolderResolution, GroupResolution } from "./resolution";
import { compareWorstFirst, type Status } from "./status";

/**
 * Computes a folder's status and result from its analyses alone (rules 3 and 4 of statuses.md).
 * @param last the group that finished last; undefined if none has
 */
export function statusFromAnalyses(
  groups: readonly GroupResolution[],
  last: GroupResolution | undefined,
): { status: Status; result: Status } {
  if (groups.length === 0) return { status: "INITIAL", result: "INITIAL" };
  if (!last || groups.some(({ running }) => running)) return { status: "PROCESSING", result: "PROCESSING" };
  const done = groups.every(({ terminal }) => terminal) ? "FINISHED" : "UNKNOWN";
  return { status: groups.some(({ failed }) => failed) ? "FAILED" : done, result: last.result };
}

/** Negative if `a` finished before `b`, or at the same moment with a better result (rule 6). */
function compareFinished(a: GroupResolution, b: GroupResolution): number {
  return compareTimes(a.finishedAt, b.finishedAt) || compareWorstFirst(b.result, a.result);
}

/** @returns the group that finished last, the worse of two that finished together (rule 6); undefined if none has */
export function lastFinished(groups: readonly GroupResolution[]): GroupResolution | undefined {
  let last: GroupResolution | undefined;
  for (const group of groups) {
    if (!group.running && (!last || compareFinished(group, last) >= 0)) last = group;
  }
  return last;
}

/**
 * @param last the group that finished last; undefined if none has
 * @returns its ID, and those of its analyses that have its result (rule 6 of statuses.md)
 */
export function decidedBy(last: GroupResolution | undefined): FolderResolution["deciding"] {
  if (!last) return undefined;
  let ids: string[] | undefined;
  for (const { id, result } of last.analyses) {
    if (result === last.result && id !== undefined) ids = append(ids, id);
  }
  return { groupId: last.id, analysisIds: ids ?? [] };
}
