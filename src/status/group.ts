import { compareTimes } from "./compare";
import { compareWorstFirst } from "./order";
import type { AnalysisResolution, GroupResolution } from "./resolution";

/** @param analyses at least one, in order; rules 2 and 4 of statuses.md */
export function buildGroup(
  id: string,
  inferred: boolean,
  analyses: readonly AnalysisResolution[],
): GroupResolution {
  let result: GroupResolution["result"] = "SUCCESS";
  let running = false;
  let terminal = true;
  let failed = false;
  let createdAt: number | undefined;
  let updatedAt: number | undefined;
  for (const analysis of analyses) {
    if (compareWorstFirst(analysis.result, result) < 0) result = analysis.result;
    running ||= analysis.running;
    terminal &&= analysis.terminal;
    failed ||= analysis.failed;
    createdAt ??= analysis.createdAt;
    const changedAt = analysis.updatedAt ?? analysis.createdAt;
    if (compareTimes(changedAt, updatedAt) > 0) updatedAt = changedAt;
  }
  const finishedAt = running ? undefined : updatedAt;
  return { id, inferred, result, running, terminal, failed, finishedAt, createdAt, analyses };
}

/** Negative when `a` finished before `b`, or at the same moment with a better result (rule 6). */
function compareFinished(a: GroupResolution, b: GroupResolution): number {
  return compareTimes(a.finishedAt, b.finishedAt) || compareWorstFirst(b.result, a.result);
}

/**
 * @returns the group that finished last; of two that finished at the same moment the worse one (rule 6);
 * undefined while none has finished
 */
export function lastFinished(groups: readonly GroupResolution[]): GroupResolution | undefined {
  let last: GroupResolution | undefined;
  for (const group of groups) {
    if (!group.running && (!last || compareFinished(group, last) >= 0)) last = group;
  }
  return last;
}
