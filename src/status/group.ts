import { textMember } from "./members";
import { resolveAnalysis } from "./analysis";
import { compareWorstFirst, worst } from "./order";
import type { AnalysisResolution, GroupResolution } from "./resolution";

/** Analyses without a group id that were created within this many milliseconds of a neighbour form a group (rule 6). */
const NEIGHBOUR = 1000;

/** Missing times come first; equal ones in the order of ids, so that the order of the reply does not matter. */
function compareTimes(a: number | undefined, b: number | undefined): number {
  if (a === b) return 0;
  if (a === undefined) return -1;
  return b === undefined ? 1 : a - b;
}

function compareTexts(a = "", b = ""): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function compareAnalyses(a: AnalysisResolution, b: AnalysisResolution): number {
  return (
    compareTimes(a.createdAt, b.createdAt) ||
    compareTexts(a.type, b.type) ||
    compareTexts(a.id, b.id) ||
    compareWorstFirst(a.result, b.result)
  );
}

function latest(times: readonly (number | undefined)[]): number | undefined {
  return times.toSorted(compareTimes).at(-1);
}

function buildGroup(id: string, inferred: boolean, analyses: readonly AnalysisResolution[]): GroupResolution {
  const sorted = analyses.toSorted(compareAnalyses);
  const running = sorted.some((analysis) => analysis.running);
  return {
    id,
    inferred,
    result: worst(sorted.map((analysis) => analysis.result)),
    running,
    finishedAt: running
      ? undefined
      : latest(sorted.map(({ updatedAt, createdAt }) => updatedAt ?? createdAt)),
    createdAt: sorted.find(({ createdAt }) => createdAt !== undefined)?.createdAt,
    analyses: sorted,
  };
}

/** Splits analyses, which the server put in no group, where the gap to the neighbour is too long. */
function inferGroups(analyses: readonly AnalysisResolution[]): GroupResolution[] {
  const clusters: AnalysisResolution[][] = [];
  for (const analysis of analyses.toSorted(compareAnalyses)) {
    const cluster = clusters.at(-1);
    const gap = (analysis.createdAt ?? 0) - (cluster?.at(-1)?.createdAt ?? 0);
    if (cluster && gap <= NEIGHBOUR) cluster.push(analysis);
    else clusters.push([analysis]);
  }
  return clusters.map((cluster, index) => buildGroup(`inferred-${index + 1}`, true, cluster));
}

/**
 * Puts analyses into the groups in which they were posted (rules 2, 4 and 6 of statuses.md).
 * @param analyses elements of a folder's `analyses` as they came, in any order
 * @returns the groups, oldest first
 */
export function resolveGroups(analyses: readonly unknown[]): readonly GroupResolution[] {
  const named = new Map<string, AnalysisResolution[]>();
  const unnamed: AnalysisResolution[] = [];
  for (const json of analyses) {
    const id = textMember(json, "analysis_group_id", "analyse_group_id", "group_id");
    const group = id === undefined ? unnamed : (named.get(id) ?? []);
    group.push(resolveAnalysis(json));
    if (id !== undefined) named.set(id, group);
  }
  const groups = [...named].map(([id, members]) => buildGroup(id, false, members));
  return [...groups, ...inferGroups(unnamed)].toSorted(
    (a, b) => compareTimes(a.createdAt, b.createdAt) || compareTexts(a.id, b.id),
  );
}

/**
 * @returns the group that finished last; of two that finished at the same moment the worse one (rule 6);
 * undefined while none has finished
 */
export function lastFinished(groups: readonly GroupResolution[]): GroupResolution | undefined {
  return groups
    .filter((group) => !group.running)
    .toSorted((a, b) => compareTimes(a.finishedAt, b.finishedAt) || compareWorstFirst(b.result, a.result))
    .at(-1);
}
