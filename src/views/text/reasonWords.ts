import * as l10n from "@vscode/l10n";
import { inDigits, joined } from "../../base/language";
import { MAX_REASONS, MAX_STATUS_LENGTH } from "../../base/limits";
import { plainText } from "../../base/plainText";
import { failedInWords } from "../../status/analysisFindings";
import type { AnalysisResolution } from "../../status/resolution";
import { explains, type Score } from "../../status/score";
import { isUnsettled, STATUSES, type Status } from "../../status/status";
import { isWaiting } from "../../status/statusFromAnalyses";
import { analysisLabel } from "./analysisText";
import { ALREADY_CLAUSES, ALSO_CLAUSES, RESULT_CLAUSES } from "./resultClauses";
import { hasMeasure, scoresInWords } from "./scoreText";

/**
 * @param analyses of one group, at least one with this result
 * @returns why a group has its result, and what it outranks: "Face match failed; Liveness was also declined"
 */
export function reasonOf(analyses: readonly AnalysisResolution[], result: Status): string {
  const carriers = analyses.filter((analysis) => analysis.result === result);
  return [...reasons(carriers, result), ...outranked(analyses, result, ALSO_CLAUSES)].join("; ");
}

/**
 * @param analyses of a group that is not done
 * @returns what it waits for, and what has already come out: "Liveness is running; Face match was already declined"
 */
export function runningReasonOf(analyses: readonly AnalysisResolution[]): string {
  const waiting = analyses.filter(isWaiting);
  const running = analyses.filter((analysis) => analysis.running && !isWaiting(analysis));
  return [
    ...(running.length > 0 ? [sentence(running, "PROCESSING")] : []),
    ...(waiting.length > 0 ? [sentence(waiting, "INITIAL")] : []),
    ...outranked(analyses, "PROCESSING", ALREADY_CLAUSES),
  ].join("; ");
}

function reasons(carriers: readonly AnalysisResolution[], result: Status): readonly string[] {
  if (carriers.length > MAX_REASONS || carriers.every(isWithoutReason)) return [sentence(carriers, result)];
  return carriers.map((analysis) => reason(analysis) ?? sentence([analysis], result));
}

/**
 * @param analyses of one group
 * @returns those whose failure `reasonOf` tells with all that is known of it
 */
export function toldFailures(analyses: readonly AnalysisResolution[]): readonly AnalysisResolution[] {
  const failed = analyses.filter(({ result }) => result === "FAILED");
  return failed.length <= MAX_REASONS || failed.every(isWithoutReason) ? failed : [];
}

function isWithoutReason(analysis: AnalysisResolution): boolean {
  return reason(analysis) === undefined;
}

/** @returns why an analysis has its result: its error, its score, or its unknown word; undefined if there is none */
function reason(analysis: AnalysisResolution): string | undefined {
  const { result, error } = analysis;
  const [score] = analysis.scores;
  const label = analysisLabel(analysis);
  switch (result) {
    case "FAILED":
      return error && withoutFullStop(failedInWords(label, error));
    case "DECLINED":
    case "OPERATOR_REQUIRED":
      if (!score) return undefined;
      return explains(score, result)
        ? measuredInWords(label, scoresInWords(analysis))
        : withScore(analysis, score);
    case "SUCCESS":
      return score && !explains(score, result) ? withScore(analysis, score) : undefined;
    case "INITIAL":
    case "PROCESSING":
      return analysis.running ? undefined : quotedResult(analysis);
    case "UNKNOWN":
      return quotedResult(analysis);
    default:
      return undefined;
  }
}

function measuredInWords(label: string, scores: string): string {
  return l10n.t({
    message: "{0} {1}",
    args: [label, scores],
    comment: ["An analysis and the score that decided: “Face match 0.41, threshold 0.85”"],
  });
}

/** @returns a result and a score that cannot be its reason */
function withScore(analysis: AnalysisResolution, score: Score): string {
  const words = sentence([analysis], analysis.result);
  const measured = scoresInWords(analysis);
  return hasMeasure(score)
    ? l10n.t({
        message: "{0}, with {1}",
        args: [words, measured],
        comment: ["“Liveness was declined, with spoofing 0.02, threshold 0.5”"],
      })
    : l10n.t({
        message: "{0}, with a score of {1}",
        args: [words, measured],
        comment: ["“Face match was declined, with a score of 0.9, threshold 0.85”"],
      });
}

/** @returns a result that says nothing to a reader, where it stands; undefined if the reply has none */
function quotedResult(analysis: AnalysisResolution): string | undefined {
  const { words, resultMember } = analysis;
  const word = plainText((resultMember && words[resultMember]) ?? "", MAX_STATUS_LENGTH);
  return resultMember && l10n.t('{0} has the {1} "{2}"', analysisLabel(analysis), resultMember, word);
}

function withoutFullStop(text: string): string {
  return text.replace(/[.!?…]$/, "");
}

function outranked(
  analyses: readonly AnalysisResolution[],
  result: Status,
  clauses: typeof RESULT_CLAUSES,
): readonly string[] {
  return STATUSES.filter(
    (status) => status !== result && status !== "SUCCESS" && !isUnsettled(status),
  ).flatMap((status) => {
    const others = analyses.filter((analysis) => analysis.result === status && !analysis.running);
    return others.length === 0 ? [] : clauses[status](others.length, typesOf(others));
  });
}

function sentence(analyses: readonly AnalysisResolution[], result: Status): string {
  return RESULT_CLAUSES[result](analyses.length, typesOf(analyses));
}

/** @returns the types of the analyses, and how many there are of each: "Liveness (2) and Face match" */
function typesOf(analyses: readonly AnalysisResolution[]): string {
  const counts = new Map<string, number>();
  for (const analysis of analyses) {
    const label = analysisLabel(analysis);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return joined([...counts].map(([label, count]) => (count === 1 ? label : `${label} (${inDigits(count)})`)));
}
