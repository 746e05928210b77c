import { append, compareTimes } from "./lists";
import type { AnalysisResolution, FolderResolution, GroupResolution } from "./resolution";
import { compareWorstFirst, type Status } from "./status";

/**
 * Computes a folder's status and result from its analyses alone (rules 3 and 4 of statuses.md).
 * @param last the group that finished last; undefined if none has
 */
export function statusFromAnalyses(
  groups: readonly GroupResolution[],
  last: GroupResolution | undefined,
): { status: Status; result: Status } {
  // Older servers and the vendor's mobile SDK know analyses that have not begun.
  if (groups.every(({ analyses }) => analyses.every(isWaiting)))
    return { status: "INITIAL", result: "INITIAL" };
  if (!last || groups.some(({ running }) => running)) return { status: "PROCESSING", result: "PROCESSING" };
  const done = groups.every(({ terminal }) => terminal) ? "FINISHED" : "UNKNOWN";
  return { status: groups.some(({ failed }) => failed) ? "FAILED" : done, result: last.result };
}

/** @returns whether an analysis has not begun */
export function isWaiting({ running, result }: AnalysisResolution): boolean {
  return running && result === "INITIAL";
}

/** @returns whether an analysis of the group is running, and not only waiting */
export function hasBegun({ analyses }: GroupResolution): boolean {
  return analyses.some((analysis) => analysis.running && !isWaiting(analysis));
}

/** Negative if `a` finished before `b`, or at the same moment with a better result (rule 6). */
function compareFinished(a: GroupResolution, b: GroupResolution): number {
  return compareTimes(a.updatedAt, b.updatedAt) || compareWorstFirst(b.result, a.result);
}

/** @returns the group that finished last, the worse of two that finished together (rule 6); undefined if none has */
export function lastFinished(groups: readonly GroupResolution[]): GroupResolution | undefined {
  let last: GroupResolution | undefined;
  for (const group of groups) {
    if (!group.running && (!last || compareFinished(group, last) >= 0)) last = group;
  }
  return last;
}

/** @returns the group that finished last; undefined if none has */
export function decidingGroup({
  groups,
  deciding,
}: Pick<FolderResolution, "groups" | "deciding">): GroupResolution | undefined {
  return groups.find(({ id }) => id === deciding?.groupId);
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
