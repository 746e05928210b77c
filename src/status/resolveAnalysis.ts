import {
  isObject,
  EMPTY_OBJECT,
  member,
  readIdText,
  readText,
  readTime,
  type JsonObject,
} from "../base/readJson";
import { addAnalysisFindings, addMediaFindings } from "./analysisFindings";
import { readAnalysisType } from "./analysisType";
import type { FindingList } from "./finding";
import type { AnalysisResolution } from "./resolution";
import { readScores } from "./score";
import { isUnsettled, isVerdict, rawText, readStatus, type Status } from "./status";

/** Rule 1 of statuses.md: until an analysis is finished, its state decides. */
function stateDecides(state: Status | undefined): state is "INITIAL" | "PROCESSING" | "FAILED" {
  return isUnsettled(state) || state === "FAILED";
}

/** Old servers write the result into the state. */
function resultOf(state: Status | undefined, written: Status | undefined): Status {
  return stateDecides(state) ? state : (written ?? state ?? "UNKNOWN");
}

/** @returns the member from which `resultOf` has its result */
function resultMember(
  state: Status | undefined,
  resolutionStatus: Status | undefined,
  resolution: Status | undefined,
): AnalysisResolution["resultMember"] {
  if (!stateDecides(state) && resolutionStatus) return "resolution_status";
  if (!stateDecides(state) && resolution) return "resolution";
  return state && "state";
}

/** @returns undefined if the reply has neither a code nor a message */
function readError(json: JsonObject): AnalysisResolution["error"] {
  const code = readIdText(json.error_code);
  const message = readText(json.error_message);
  return code === undefined && message === undefined ? undefined : { code, message };
}

/** @returns the ID of an analysis, whatever its type; undefined if it has none or is no object */
export function readAnalysisId(analysis: unknown): string | undefined {
  return readIdText(member(analysis, "analysis_id")) ?? readIdText(member(analysis, "analyse_id"));
}

/**
 * Resolves one analysis (rules 1 and 7 of statuses.md).
 * @param analysis an element of a folder's `analyses`; anything but an object resolves to UNKNOWN
 * @param findings receives the findings about the analysis
 * @param isCleared whether the folder's media were deleted
 */
export function resolveAnalysis(
  analysis: unknown,
  findings: FindingList,
  isCleared: boolean,
): AnalysisResolution {
  const json = isObject(analysis) ? analysis : EMPTY_OBJECT;
  const state = readStatus(json.state);
  // Newer servers write the result under both names, older ones under one of them.
  const resolutionStatus = readStatus(json.resolution_status);
  const resolution = json.resolution === json.resolution_status ? undefined : readStatus(json.resolution);
  const written = resolutionStatus ?? resolution;
  const result = resultOf(state, written);
  const progress = state ?? written;
  const type = readAnalysisType(json.type);
  const resolved: AnalysisResolution = {
    id: readAnalysisId(json),
    groupId:
      readIdText(json.analysis_group_id) ?? readIdText(json.analyse_group_id) ?? readIdText(json.group_id),
    type,
    state,
    result,
    words: {
      state: rawText(json.state),
      resolution_status: rawText(json.resolution_status),
      resolution: rawText(json.resolution),
    },
    resultMember: resultMember(state, resolutionStatus, resolution),
    running: isUnsettled(progress),
    terminal: progress === "FINISHED" || progress === "FAILED" || isVerdict(progress),
    failed: progress === "FAILED",
    createdAt: readTime(json.time_created),
    updatedAt: readTime(json.time_updated),
    scores: readScores(json, type),
    error: readError(json),
  };
  addAnalysisFindings(findings, resolved, json, resolutionStatus, resolution);
  if (!isCleared) addMediaFindings(findings, resolved, json);
  return resolved;
}
