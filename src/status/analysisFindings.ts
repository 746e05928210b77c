import { MAX_FINDINGS, MAX_QUOTED_ERROR, MAX_QUOTED_NAME, MAX_SCORES } from "../base/limits";
import { plainText } from "../base/plainText";
import type { JsonObject } from "../base/readJson";
import { checkAllowed } from "./allowedStatuses";
import { analysisTypeLabel } from "./analysisType";
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
  name: string,
  result: Status | undefined,
  raw: unknown,
): Status | undefined {
  if (result === undefined) return undefined;
  if (!checkAllowed(findings, "analysisResult", name, result, raw, id)) return undefined;
  if (!contradictsState(result, state)) return result;
  findings.add("valueOutOfPlace", `The ${name} is ${result} while the state is ${String(state)}.`, [id]);
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
  if (count === 0 && result === "SUCCESS" && analysisTypeLabel(type) === "Liveness") {
    const message = "Liveness succeeded without media: there may have been nothing to check.";
    findings.add("livenessWithoutMedia", message, [id]);
  }
  if (type === "BIOMETRY" && Array.isArray(source_media) && count < 2) {
    const files = count === 0 ? "no files" : "only one file";
    findings.add("tooFewMedia", `Face match had ${files} to compare; it needs two.`, [id]);
  }
}

function describeFailure({ type, error }: AnalysisResolution): string {
  const label = plainText(analysisTypeLabel(type), MAX_QUOTED_NAME);
  const code = error?.code === undefined ? "" : ` with error ${plainText(error.code, MAX_QUOTED_NAME)}`;
  const message = error?.message === undefined ? "" : `: ${plainText(error.message, MAX_QUOTED_ERROR)}`;
  const sentence = `${label} failed${code}${message}`;
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
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
    const message = `There are ${MAX_FINDINGS} findings; the remaining analyses were not checked.`;
    findings.add("replyCut", message);
    return;
  }
  const { id, type, state, result } = analysis;
  checkAllowed(findings, "analysisState", "analysis state", state, json.state, id);
  const { resolution_status: rawStatus, resolution: rawResolution } = json;
  const one = checkResult(findings, analysis, "analysis resolution_status", resolutionStatus, rawStatus);
  const other = checkResult(findings, analysis, "analysis resolution", resolution, rawResolution);
  if (one !== undefined && other !== undefined && one !== other) {
    const message = `The analysis resolution_status is ${one}, but its resolution is ${other}.`;
    findings.add("valueOutOfPlace", message, [id]);
  }
  if (state === "FINISHED" && resolutionStatus === undefined && resolution === undefined) {
    const label = plainText(analysisTypeLabel(type), MAX_QUOTED_NAME);
    findings.add("finishedWithoutResult", `${label} finished without a result.`, [id]);
  }
  if (result === "OPERATOR_REQUIRED" && analysisTypeLabel(type) === "Liveness") {
    const message = "Liveness requires an operator, which the Oz API documentation rules out.";
    findings.add("livenessOperatorRequired", message, [id]);
  }
  findings.addIfCut(
    json.results_media,
    MAX_SCORES,
    (count) => `An analysis has results for ${count} media`,
    id,
  );
  if (analysis.failed) findings.add("analysisFailed", describeFailure(analysis), [id]);
}
