import { isObject, EMPTY_OBJECT, readText, readTime, type JsonObject } from "../base/readJson";
import { addAnalysisFindings } from "./analysisFindings";
import { readAnalysisType } from "./analysisType";
import type { FindingList } from "./finding";
import type { AnalysisResolution } from "./resolution";
import { readScores } from "./score";
import { isUnsettled, isVerdict, rawText, readStatus, type Status } from "./status";

/** Rule 1 of statuses.md. Old servers write the result into the state. */
function resultOf(state: Status | undefined, written: Status | undefined): Status {
  if (isUnsettled(state) || state === "FAILED") return state;
  return written ?? state ?? "UNKNOWN";
}

/** @returns undefined if the reply has neither a code nor a message */
function readError(json: JsonObject): AnalysisResolution["error"] {
  const code = json.error_code;
  const codeText = typeof code === "number" ? String(code) : readText(code);
  const message = readText(json.error_message);
  return codeText === undefined && message === undefined ? undefined : { code: codeText, message };
}

/**
 * Resolves one analysis (rules 1 and 7 of statuses.md).
 * @param analysis an element of a folder's `analyses`; anything but an object resolves to UNKNOWN
 * @param findings receives the findings about the analysis
 */
export function resolveAnalysis(analysis: unknown, findings: FindingList): AnalysisResolution {
  const json = isObject(analysis) ? analysis : EMPTY_OBJECT;
  const state = readStatus(json.state);
  // Newer servers write the result under both names, older ones under one of them.
  const { resolution_status: rawResolutionStatus, resolution: rawResolution } = json;
  const resolutionStatus = readStatus(rawResolutionStatus);
  const resolution = rawResolution === rawResolutionStatus ? undefined : readStatus(rawResolution);
  const written = resolutionStatus ?? resolution;
  const result = resultOf(state, written);
  const progress = state ?? written;
  const type = readAnalysisType(json.type);
  const resolved: AnalysisResolution = {
    id: readText(json.analysis_id) ?? readText(json.analyse_id),
    groupId: readText(json.analysis_group_id) ?? readText(json.analyse_group_id) ?? readText(json.group_id),
    type,
    state,
    result,
    rawResult: rawText(
      result !== written ? json.state : resolutionStatus ? rawResolutionStatus : rawResolution,
    ),
    running: isUnsettled(progress),
    terminal: progress === "FINISHED" || progress === "FAILED" || isVerdict(progress),
    failed: progress === "FAILED",
    createdAt: readTime(json.time_created),
    updatedAt: readTime(json.time_updated),
    scores: readScores(json, type),
    error: readError(json),
  };
  addAnalysisFindings(findings, resolved, json, resolutionStatus, resolution);
  return resolved;
}
