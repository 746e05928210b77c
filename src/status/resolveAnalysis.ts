import { isObject, NOTHING, readText, readTime, type JsonObject } from "../base/readJson";
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

/** @returns undefined if a reply gives neither a code nor a message */
function readError(json: JsonObject): AnalysisResolution["error"] {
  const code = json.error_code;
  const codeText = typeof code === "number" ? String(code) : readText(code);
  const message = readText(json.error_message);
  return codeText === undefined && message === undefined ? undefined : { code: codeText, message };
}

/**
 * Resolves one analysis (rules 1 and 7 of statuses.md).
 * @param analysis an element of a folder's `analyses`; anything but an object resolves to UNKNOWN
 * @param findings receives what is wrong with the analysis
 */
export function resolveAnalysis(analysis: unknown, findings: FindingList): AnalysisResolution {
  const json = isObject(analysis) ? analysis : NOTHING;
  const state = readStatus(json.state);
  // Newer servers write the result under both names, older ones under one of them.
  const { resolution_status: firstRaw, resolution: secondRaw } = json;
  const first = readStatus(firstRaw);
  const second = secondRaw === firstRaw ? undefined : readStatus(secondRaw);
  const written = first ?? second;
  const result = resultOf(state, written);
  const progress = state ?? written;
  const type = readAnalysisType(json.type);
  const resolved: AnalysisResolution = {
    id: readText(json.analysis_id) ?? readText(json.analyse_id),
    groupId: readText(json.analysis_group_id) ?? readText(json.analyse_group_id) ?? readText(json.group_id),
    type,
    state,
    result,
    rawResult: rawText(result !== written ? json.state : first ? firstRaw : secondRaw),
    running: isUnsettled(progress),
    terminal: progress === "FINISHED" || progress === "FAILED" || isVerdict(progress),
    failed: progress === "FAILED",
    createdAt: readTime(json.time_created),
    updatedAt: readTime(json.time_updated),
    scores: readScores(json, type),
    error: readError(json),
  };
  addAnalysisFindings(findings, resolved, json, first, second);
  return resolved;
}
