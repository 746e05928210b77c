import * as l10n from "@vscode/l10n";
import { MAX_QUOTED_NAME } from "../../base/limits";
import { plainText } from "../../base/plainText";
import { analysisTypeLabel } from "../../status/analysisType";
import { present, type Presentation } from "../../status/presentation";
import type { AnalysisResolution } from "../../status/resolution";
import { scoresInWords, valuesInWords } from "./scoreText";

/** @returns how the analysis's result is shown */
export function presentAnalysis({ result, words, resultMember }: AnalysisResolution): Presentation {
  return present(result, resultMember && words[resultMember]);
}

/** @returns the type in words */
export function analysisLabel(analysis: AnalysisResolution): string {
  return plainText(analysisTypeLabel(analysis.type));
}

/** @returns "error 11: Face not found", as far as known; "" if the reply gives no error */
export function errorInWords({ error }: AnalysisResolution): string {
  if (!error) return "";
  const { code, message = "" } = error;
  if (code === undefined) return plainText(message);
  const name = plainText(code, MAX_QUOTED_NAME);
  return message === "" ? l10n.t("error {0}", name) : l10n.t("error {0}: {1}", name, plainText(message));
}

/** @returns the result, the deciding score and the error message, as far as known */
export function analysisInWords(analysis: AnalysisResolution): string {
  return withResult(analysis, scoresInWords(analysis));
}

/** @returns the same without thresholds, for a narrow row */
export function analysisInShort(analysis: AnalysisResolution): string {
  return withResult(analysis, valuesInWords(analysis));
}

function withResult(analysis: AnalysisResolution, measured: string): string {
  return [
    plainText(presentAnalysis(analysis).label),
    ...(measured === "" ? [] : [measured]),
    ...(analysis.failed && analysis.error?.message !== undefined ? [plainText(analysis.error.message)] : []),
  ].join(" · ");
}
