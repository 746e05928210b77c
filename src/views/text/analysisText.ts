import { plainText } from "../../base/plainText";
import { analysisTypeLabel } from "../../status/analysisType";
import { present, type Presentation } from "../../status/presentation";
import type { AnalysisResolution } from "../../status/resolution";
import type { Score } from "../../status/score";

/** @returns how the analysis's result is shown */
export function presentAnalysis(analysis: AnalysisResolution): Presentation {
  return present(analysis.result, analysis.rawResult);
}

/** @returns the type in words */
export function analysisLabel(analysis: AnalysisResolution): string {
  return plainText(analysisTypeLabel(analysis.type));
}

/** @returns the score, and the threshold if the reply has it: "0.41, threshold 0.85" */
function scoreInWords({ value, threshold }: Score): string {
  const rounded = String(Math.round(value * 1000) / 1000);
  return threshold === undefined ? rounded : `${rounded}, threshold ${threshold}`;
}

/** @returns the score with its name: "confidence 0.41, threshold 0.85" */
export function namedScore(score: Score): string {
  return `${score.name === "confidence_spoofing" ? "spoofing" : "confidence"} ${scoreInWords(score)}`;
}

/** @returns the result, the deciding score and the error message, as far as known */
export function analysisInWords(analysis: AnalysisResolution): string {
  const [score] = analysis.scores;
  return [
    plainText(presentAnalysis(analysis).label),
    ...(score ? [scoreInWords(score)] : []),
    ...(analysis.error?.message === undefined ? [] : [plainText(analysis.error.message)]),
  ].join(" · ");
}
