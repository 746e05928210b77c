import { isObject, NOTHING, readText, readTime, type JsonObject } from "../base/readJson";
import { addAnalysisFindings } from "./analysisFindings";
import { readAnalysisType } from "./analysisType";
import type { FindingList } from "./findingList";
import type { AnalysisResolution } from "./resolution";
import { readScores } from "./score";
import { isUnsettled, isVerdict, rawStatus, readStatus, type Status } from "./words";

/** Rule 1 of statuses.md. A state that is no state, as old servers write, counts as the result that it names. */
function resultOf(state: Status | undefined, word: Status | undefined): Status {
  if (isUnsettled(state) || state === "FAILED") return state;
  return word ?? state ?? "UNKNOWN";
}

/** @returns what stands in the members of a failed analysis; undefined when they are missing or null */
function readError(json: JsonObject): AnalysisResolution["error"] {
  const code = json.error_code;
  const codeText = typeof code === "number" ? String(code) : readText(code);
  const message = readText(json.error_message);
  return codeText === undefined && message === undefined ? undefined : { code: codeText, message };
}

/**
 * Resolves one analysis (rules 1 and 7 of statuses.md).
 * @param analysis an element of a folder's `analyses` as it came; anything that is no object resolves to UNKNOWN
 * @param findings takes what is found in it
 */
export function resolveAnalysis(analysis: unknown, findings: FindingList): AnalysisResolution {
  const json = isObject(analysis) ? analysis : NOTHING;
  const state = readStatus(json.state);
  // Newer replies carry the result under both names, older ones under one of them.
  const { resolution_status: firstRaw, resolution: secondRaw } = json;
  const first = readStatus(firstRaw);
  const second = secondRaw === firstRaw ? undefined : readStatus(secondRaw);
  const word = first ?? second;
  const result = resultOf(state, word);
  const progress = state ?? word;
  const type = readAnalysisType(json.type);
  const resolved: AnalysisResolution = {
    id: readText(json.analysis_id) ?? readText(json.analyse_id),
    groupId: readText(json.analysis_group_id) ?? readText(json.analyse_group_id) ?? readText(json.group_id),
    type,
    state,
    result,
    rawResult: rawStatus(result !== word ? json.state : first ? firstRaw : secondRaw),
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
