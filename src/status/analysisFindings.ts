import * as l10n from "@vscode/l10n";
import { MAX_FINDINGS, MAX_QUOTED_ERROR, MAX_QUOTED_NAME, MAX_SCORES } from "../base/limits";
import { plainText } from "../base/plainText";
import type { JsonObject } from "../base/readJson";
import { checkAllowed } from "./allowedStatuses";
import { analysisTypeLabel, isLiveness } from "./analysisType";
import type { FindingList } from "./finding";
import type { AnalysisResolution } from "./resolution";
import { isUnsettled, isVerdict, type Status } from "./status";

/** Rule 1: until an analysis is finished, its result repeats the state; afterwards it is a verdict. */
function contradictsState(result: Status, state: Status | undefined): boolean {
  if (state === "FINISHED") return !isVerdict(result);
  if (state === "FAILED") return result !== state;
  return isUnsettled(state) && !isUnsettled(result);
}

/**
 * Reports a result that the status document does not allow.
 * @returns the result if it is allowed; undefined if not, or if there is none
 */
function checkResult(
  findings: FindingList,
  { id, state }: AnalysisResolution,
  member: string,
  result: Status | undefined,
  raw: unknown,
): Status | undefined {
  if (result === undefined) return undefined;
  if (!checkAllowed(findings, "analysisResult", member, result, raw, id)) return undefined;
  if (!contradictsState(result, state)) return result;
  findings.add(
    "valueOutOfPlace",
    l10n.t("The analysis {0} is {1} while the state is {2}.", member, result, String(state)),
    [id],
  );
  return undefined;
}

/** @returns -1 if it is no list */
function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : -1;
}

/**
 * Reports a finished analysis that had too little to check. A list that is missing or null tells nothing, and an empty one
 * beside a score means that the media were deleted since.
 * @param json the analysis from the reply
 */
export function addMediaFindings(
  findings: FindingList,
  { id, type, result, scores, terminal }: AnalysisResolution,
  { results_media, source_media }: JsonObject,
): void {
  const count = Math.max(lengthOf(source_media), lengthOf(results_media));
  if (!terminal || findings.isFull || count < 0 || (count === 0 && scores.length > 0)) return;
  if (count === 0 && result === "SUCCESS" && isLiveness(type)) {
    const message = l10n.t("Liveness succeeded without media: there may have been nothing to check.");
    findings.add("livenessWithoutMedia", message, [id]);
  }
  if (type === "BIOMETRY" && Array.isArray(source_media) && count < 2) {
    const message =
      count === 0
        ? l10n.t("Face match had no files to compare; it needs two.")
        : l10n.t("Face match had only one file to compare; it needs two.");
    findings.add("tooFewMedia", message, [id]);
  }
}

/** @returns the message of the finding about a failed analysis, of which the reply may say why */
export function describeFailure({ type, error }: AnalysisResolution): string {
  const label = plainText(analysisTypeLabel(type), MAX_QUOTED_NAME);
  const sentence = failedInWords(label, error, MAX_QUOTED_ERROR);
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}

/**
 * @param label of the type of analysis
 * @param limit the most characters of the error's message to keep, see `plainText`
 * @returns a sentence without its full stop, unless the server wrote one
 */
export function failedInWords(label: string, error: AnalysisResolution["error"], limit?: number): string {
  const code = error?.code === undefined ? undefined : plainText(error.code, MAX_QUOTED_NAME);
  const message = error?.message === undefined ? undefined : plainText(error.message, limit);
  if (code === undefined)
    return message === undefined ? l10n.t("{0} failed", label) : l10n.t("{0} failed: {1}", label, message);
  return message === undefined
    ? l10n.t("{0} failed with error {1}", label, code)
    : l10n.t("{0} failed with error {1}: {2}", label, code, message);
}

/**
 * Adds the findings about one analysis by itself, unless there are `MAX_FINDINGS` findings already.
 * @param json the analysis from the reply
 * @param resolutionStatus the status in its `resolution_status`
 * @param resolution the status in its `resolution`; undefined if that repeats `resolution_status`
 */
export function addAnalysisFindings(
  findings: FindingList,
  analysis: AnalysisResolution,
  json: JsonObject,
  resolutionStatus: Status | undefined,
  resolution: Status | undefined,
): void {
  if (findings.isFull) {
    const message = l10n.t("There are {0} findings; the remaining analyses were not checked.", MAX_FINDINGS);
    findings.add("replyCut", message);
    return;
  }
  const { id, type, state, result } = analysis;
  checkAllowed(findings, "analysisState", "state", state, json.state, id);
  const { resolution_status: rawStatus, resolution: rawResolution } = json;
  const one = checkResult(findings, analysis, "resolution_status", resolutionStatus, rawStatus);
  const other = checkResult(findings, analysis, "resolution", resolution, rawResolution);
  if (one !== undefined && other !== undefined && one !== other) {
    const message = l10n.t("The analysis resolution_status is {0}, but its resolution is {1}.", one, other);
    findings.add("valueOutOfPlace", message, [id]);
  }
  if (state === "FINISHED" && resolutionStatus === undefined && resolution === undefined) {
    const label = plainText(analysisTypeLabel(type), MAX_QUOTED_NAME);
    findings.add("finishedWithoutResult", l10n.t("{0} finished without a result.", label), [id]);
  }
  if (result === "OPERATOR_REQUIRED" && isLiveness(type)) {
    const message = l10n.t("Liveness requires an operator, which the Oz API documentation rules out.");
    findings.add("livenessOperatorRequired", message, [id]);
  }
  findings.addIfCut(
    json.results_media,
    MAX_SCORES,
    (count, limit) =>
      l10n.t(
        "An analysis has results for {0} media; only the first {1} are shown. Open JSON to see all.",
        count,
        limit,
      ),
    id,
  );
  if (analysis.failed) findings.add("analysisFailed", describeFailure(analysis), [id]);
}
