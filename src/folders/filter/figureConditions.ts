import { analysisKind } from "../../status/analysisType";
import { timeTaken } from "../../status/processingTime";
import type { AnalysisResolution, FolderResolution } from "../../status/resolution";
import { isNearThreshold, type Score } from "../../status/score";
import type { NumberRange, ScoreCondition } from "./folderFilter";

// What the conditions of a filter about figures look at. The overview counts the same, so that each of its bars has as many
// folders as its filter shows.

/** @returns whether a number is in the range; false for undefined */
export function isIn(value: number | undefined, { from, below }: NumberRange): boolean {
  return value !== undefined && value >= (from ?? -Infinity) && value < (below ?? Infinity);
}

/** @returns the deciding score of an analysis that has ended; undefined if it is running or has none */
export function decidingScore({ terminal, scores }: AnalysisResolution): Score | undefined {
  return terminal ? scores[0] : undefined;
}

/** @returns whether one analysis of the folder meets all that is said of its score */
export function meetsScore({ groups }: FolderResolution, condition: ScoreCondition): boolean {
  return groups.some(({ analyses }) =>
    analyses.some((analysis) => {
      const score = decidingScore(analysis);
      return (
        score !== undefined &&
        analysisKind(analysis.type) === condition.analysis &&
        (condition.result === undefined || analysis.result === condition.result) &&
        isIn(score.value, condition) &&
        (condition.near !== true || isNearThreshold(score))
      );
    }),
  );
}

/** @returns `timeTaken`; undefined also if the result is said to come before the creation */
export function measuredTime(resolution: FolderResolution): number | undefined {
  const time = timeTaken(resolution);
  return time === undefined || time < 0 ? undefined : time;
}

/** @returns the error codes of the analyses that failed, each once; an empty text for a failure without a code */
export function failureCodes({ groups }: FolderResolution): readonly string[] {
  let codes: Set<string> | undefined;
  for (const { analyses, failed } of groups) {
    if (!failed) continue;
    for (const analysis of analyses) {
      if (analysis.failed) (codes ??= new Set()).add(analysis.error?.code ?? "");
    }
  }
  return codes ? [...codes] : [];
}
