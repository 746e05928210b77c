import { resolveAnalysis } from "./analysis";
import { compareTexts, compareTimes } from "./compare";
import type { FindingList } from "./findingList";
import { buildGroup } from "./group";
import { append, putInOrder } from "./lists";
import type { AnalysisResolution, GroupResolution } from "./resolution";

/** Analyses without a group id that were created within this many milliseconds of a neighbour form a group (rule 6). */
const NEIGHBOUR = 1000;

/** @returns what puts the oldest first; what looks the same by all that is known, so that the reply's order does not matter */
function inOrder(): (a: AnalysisResolution, b: AnalysisResolution) => number {
  const texts = new Map<AnalysisResolution, string>();
  // Once for each: where a thousand look the same, each is compared many times.
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

/** Splits analyses where the server names another group. */
function splitById(analyses: AnalysisResolution[]): Iterable<AnalysisResolution[]> {
  const [first] = analyses;
  // As nearly always, and then there is nothing to copy.
  if (first && analyses.every(({ groupId }) => groupId === first.groupId)) return [analyses];
  const parts = new Map<string | undefined, AnalysisResolution[]>();
  for (const analysis of analyses) {
    parts.set(analysis.groupId, append(parts.get(analysis.groupId), analysis));
  }
  return parts.values();
}

/**
 * Rule 6: where the server names no group, neighbours in time belong together, and so do those without a time.
 * @param next the analysis that comes after the other in order
 */
function areNeighbours({ createdAt }: AnalysisResolution, next: AnalysisResolution): boolean {
  return next.createdAt === undefined || next.createdAt - (createdAt ?? -Infinity) <= NEIGHBOUR;
}

/** Splits analyses of no named group, in order, where they are no neighbours. */
function splitByTime(analyses: AnalysisResolution[]): readonly AnalysisResolution[][] {
  const parts: AnalysisResolution[][] = [];
  let before: AnalysisResolution | undefined;
  for (const analysis of analyses) {
    if (before && areNeighbours(before, analysis)) parts.at(-1)?.push(analysis);
    else parts.push([analysis]);
    before = analysis;
  }
  return parts;
}

/** @returns what gives the next id for a group that has none: inferred-1 and so on, but none that the server gave */
function numberedIds(analyses: readonly AnalysisResolution[]): () => string {
  const given = new Set(analyses.map(({ groupId }) => groupId));
  let number = 0;
  return () => {
    do number += 1;
    while (given.has(`inferred-${number}`));
    return `inferred-${number}`;
  };
}

/**
 * Puts analyses into the groups in which they were posted (rules 2, 4 and 6 of statuses.md).
 * @param analyses elements of a folder's `analyses` as they came, in any order
 * @param findings takes what is found in the analyses
 * @returns the groups, oldest first
 */
export function resolveGroups(
  analyses: readonly unknown[],
  findings: FindingList,
): readonly GroupResolution[] {
  // Spread, because `map` would leave out what an array of another extension leaves out.
  const resolved = [...analyses].map((json) => resolveAnalysis(json, findings));
  let groups: GroupResolution[] | undefined;
  for (const part of splitById(resolved)) {
    if (part.length > 1) putInOrder(part, inOrder());
    const id = part[0]?.groupId;
    if (id !== undefined) groups = append(groups, buildGroup(id, false, part));
    else {
      const inferredId = numberedIds(resolved);
      for (const members of splitByTime(part))
        groups = append(groups, buildGroup(inferredId(), true, members));
    }
  }
  return putInOrder(groups ?? [], compareGroups);
}
