import { MAX_REASONS, MAX_STATUS_LENGTH } from "../../base/limits";
import { plainText } from "../../base/plainText";
import type { AnalysisResolution } from "../../status/resolution";
import { explains } from "../../status/score";
import { isUnsettled, STATUSES, type Status } from "../../status/status";
import { isWaiting } from "../../status/statusFromAnalyses";
import { analysisLabel, errorInWords } from "./analysisText";
import { joined } from "./joined";
import { scoresInWords } from "./scoreText";

/** The predicate of a sentence about one analysis or group with this result, and about several. */
const PREDICATES: Readonly<Record<Status, readonly [one: string, several: string]>> = {
  INITIAL: ["has not begun", "have not begun"],
  PROCESSING: ["is running", "are running"],
  FAILED: ["failed", "failed"],
  FINISHED: ["finished without a result", "finished without a result"],
  DECLINED: ["was declined", "were declined"],
  OPERATOR_REQUIRED: ["needs an operator", "need an operator"],
  SUCCESS: ["succeeded", "succeeded"],
  UNKNOWN: ["has an unknown result", "have an unknown result"],
};

/** The same, about an analysis beside the one that decided. */
const ALSO: Readonly<Partial<Record<Status, readonly [one: string, several: string]>>> = {
  FAILED: ["also failed", "also failed"],
  DECLINED: ["was also declined", "were also declined"],
  OPERATOR_REQUIRED: ["also needs an operator", "also need an operator"],
};

/**
 * @param count of the subject
 * @returns the predicate of a sentence about analyses or groups with this result
 */
export function predicate(result: Status, count: number): string {
  return PREDICATES[result][count === 1 ? 0 : 1];
}

/**
 * @param analyses of one group, at least one with this result
 * @returns why a group has its result, and what it outranks: "Face match failed; Liveness was also declined"
 */
export function reasonOf(analyses: readonly AnalysisResolution[], result: Status): string {
  const carriers = analyses.filter((analysis) => analysis.result === result);
  return [...reasons(carriers, result), ...outranked(analyses, result)].join("; ");
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
    ...outranked(analyses, "PROCESSING").map((words) => words.replace(" also ", " already ")),
  ].join("; ");
}

function reasons(carriers: readonly AnalysisResolution[], result: Status): readonly string[] {
  if (carriers.length > MAX_REASONS || carriers.every((analysis) => reason(analysis) === undefined))
    return [sentence(carriers, result)];
  return carriers.map((analysis) => reason(analysis) ?? sentence([analysis], result));
}

/** @returns why an analysis has its result: its error, its score, or its unknown word; undefined if there is none */
function reason(analysis: AnalysisResolution): string | undefined {
  const { result, error } = analysis;
  const [score] = analysis.scores;
  const label = analysisLabel(analysis);
  switch (result) {
    case "FAILED": {
      const words = withoutFullStop(errorInWords(analysis));
      return error && `${label} failed${error.code === undefined ? ": " : " with "}${words}`;
    }
    case "DECLINED":
    case "OPERATOR_REQUIRED":
      if (!score) return undefined;
      return explains(score, result) ? `${label} ${scoresInWords(analysis)}` : withScore(analysis);
    case "SUCCESS":
      return score && !explains(score, result) ? withScore(analysis) : undefined;
    case "INITIAL":
    case "PROCESSING":
      return analysis.running ? undefined : quotedResult(analysis);
    case "UNKNOWN":
      return quotedResult(analysis);
    default:
      return undefined;
  }
}

/** @returns a result and a score that cannot be its reason */
function withScore(analysis: AnalysisResolution): string {
  const measured = scoresInWords(analysis).replace(/^(?=\d)/, "a score of ");
  return `${sentence([analysis], analysis.result)}, with ${measured}`;
}

/** @returns a result that says nothing to a reader, where it stands; undefined if the reply has none */
function quotedResult(analysis: AnalysisResolution): string | undefined {
  const { words, resultMember } = analysis;
  const word = plainText((resultMember && words[resultMember]) ?? "", MAX_STATUS_LENGTH);
  return resultMember && `${analysisLabel(analysis)} has the ${resultMember} "${word}"`;
}

function withoutFullStop(text: string): string {
  return text.replace(/[.!?…]$/, "");
}

function outranked(analyses: readonly AnalysisResolution[], result: Status): readonly string[] {
  return STATUSES.filter(
    (status) => status !== result && status !== "SUCCESS" && !isUnsettled(status),
  ).flatMap((status) => {
    const others = analyses.filter((analysis) => analysis.result === status && !analysis.running);
    const [one, several] = ALSO[status] ?? PREDICATES[status];
    return others.length === 0 ? [] : `${subject(others)} ${others.length === 1 ? one : several}`;
  });
}

function sentence(analyses: readonly AnalysisResolution[], result: Status): string {
  return `${subject(analyses)} ${predicate(result, analyses.length)}`;
}

/** @returns the types of the analyses, and how many there are of each: "Liveness (2) and Face match" */
function subject(analyses: readonly AnalysisResolution[]): string {
  const counts = new Map<string, number>();
  for (const analysis of analyses) {
    const label = analysisLabel(analysis);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  return joined([...counts].map(([label, count]) => (count === 1 ? label : `${label} (${count})`)));
}
