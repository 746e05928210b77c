import type { FindingList } from "./finding";
import { append, compareTexts, compareTimes, sortInPlace } from "./lists";
import type { AnalysisResolution, GroupResolution } from "./resolution";
import { resolveAnalysis } from "./resolveAnalysis";
import { compareWorstFirst } from "./status";

/** Milliseconds between neighbours of a group, for analyses without a group ID (rule 6). */
const MAX_GAP = 1000;

/**
 * Puts analyses into the groups in which they were posted (rules 2, 4 and 6 of statuses.md).
 * @param analyses the elements of a folder's `analyses`, in any order
 * @param findings receives the findings about the analyses
 * @param isCleared whether the folder's media were deleted, so that their number tells nothing
 * @returns the groups, oldest first
 */
export function resolveGroups(
  analyses: readonly unknown[],
  findings: FindingList,
  isCleared: boolean,
): readonly GroupResolution[] {
  // Spread because `map` skips the holes of an array that another extension passed in.
  const resolved = [...analyses].map((json) => resolveAnalysis(json, findings, isCleared));
  let groups: GroupResolution[] | undefined;
  for (const part of splitById(resolved)) {
    if (part.length > 1) sortInPlace(part, oldestFirst());
    const id = part[0]?.groupId;
    if (id !== undefined) groups = append(groups, buildGroup(id, false, part));
    else {
      const nextId = inferredIds(resolved);
      for (const members of splitByTime(part)) groups = append(groups, buildGroup(nextId(), true, members));
    }
  }
  return sortInPlace(groups ?? [], compareGroups);
}

/** Splits analyses by the group that the server names. */
function splitById(analyses: AnalysisResolution[]): Iterable<AnalysisResolution[]> {
  const [first] = analyses;
  // Nearly every folder has one group: nothing to copy.
  if (first && analyses.every(({ groupId }) => groupId === first.groupId)) return [analyses];
  const parts = new Map<string | undefined, AnalysisResolution[]>();
  for (const analysis of analyses) {
    parts.set(analysis.groupId, append(parts.get(analysis.groupId), analysis));
  }
  return parts.values();
}

/** Splits analyses without a group ID, oldest first, wherever the gap in time is too long (rule 6). */
function splitByTime(analyses: AnalysisResolution[]): readonly AnalysisResolution[][] {
  const parts: AnalysisResolution[][] = [];
  let previous: AnalysisResolution | undefined;
  for (const analysis of analyses) {
    if (previous && areNeighbours(previous, analysis)) parts.at(-1)?.push(analysis);
    else parts.push([analysis]);
    previous = analysis;
  }
  return parts;
}

/** Analyses without a time, which come first, are neighbours of each other. */
function areNeighbours({ createdAt }: AnalysisResolution, next: AnalysisResolution): boolean {
  return next.createdAt === undefined || next.createdAt - (createdAt ?? -Infinity) <= MAX_GAP;
}

/** @returns a function that gives inferred-1, inferred-2 and so on, skipping IDs that the server uses */
function inferredIds(analyses: readonly AnalysisResolution[]): () => string {
  const used = new Set(analyses.map(({ groupId }) => groupId));
  let number = 0;
  return () => {
    do number += 1;
    while (used.has(`inferred-${number}`));
    return `inferred-${number}`;
  };
}

/** @param analyses at least one, oldest first */
function buildGroup(id: string, inferred: boolean, analyses: readonly AnalysisResolution[]): GroupResolution {
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
  const isTimed = analyses.every((analysis) => analysis.updatedAt !== undefined);
  const finishedAt = terminal && isTimed ? updatedAt : undefined;
  return { id, inferred, result, running, terminal, failed, updatedAt, finishedAt, createdAt, analyses };
}

/** @returns a comparison by all that is known, so that the order of the reply does not matter */
function oldestFirst(): (a: AnalysisResolution, b: AnalysisResolution) => number {
  const texts = new Map<AnalysisResolution, string>();
  // Cached because each of many similar analyses is compared again and again.
  const textOf = (analysis: AnalysisResolution): string => {
    const text = texts.get(analysis) ?? JSON.stringify(analysis);
    texts.set(analysis, text);
    return text;
  };
  return (a, b) =>
    compareTimes(a.createdAt, b.createdAt) ||
    compareTexts(a.type, b.type) ||
    compareTexts(a.id, b.id) ||
    compareTexts(textOf(a), textOf(b));
}

function compareGroups(a: GroupResolution, b: GroupResolution): number {
  return compareTimes(a.createdAt, b.createdAt) || compareTexts(a.id, b.id);
}
