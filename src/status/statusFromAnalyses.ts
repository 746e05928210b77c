import { append } from "./lists";
import type { FolderResolution, GroupResolution } from "./resolution";
import type { Status } from "./words";

/**
 * Rules 3 and 4 of statuses.md: what the analyses say by themselves.
 * @param last the last-finished of the groups
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

/** @returns the last-finished group, and those of its analyses that carry its result (rule 6 of statuses.md) */
export function decidedBy(last: GroupResolution | undefined): FolderResolution["deciding"] {
  if (!last) return undefined;
  let ids: string[] | undefined;
  for (const { id, result } of last.analyses) {
    if (result === last.result && id !== undefined) ids = append(ids, id);
  }
  return { groupId: last.id, analysisIds: ids ?? [] };
}
