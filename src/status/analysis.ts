import { member, textMember, timeMember } from "./members";
import type { AnalysisResolution } from "./resolution";
import { readScores } from "./score";
import { isUnsettled, isVerdict, rawStatus, readStatus, type Status } from "./words";

/** Rule 1 of statuses.md. A state that is no state, as old servers write, counts as the result that it names. */
function resultOf(state: Status | undefined, word: Status | undefined): Status {
  if (isUnsettled(state) || state === "FAILED") return state;
  if (state === "FINISHED") return word ?? "FINISHED";
  return word ?? state ?? "UNKNOWN";
}

/** @returns what stands in the members of a failed analysis; undefined when they are missing or null */
function readError(analysis: unknown): AnalysisResolution["error"] {
  const code = member(analysis, "error_code");
  const message = textMember(analysis, "error_message");
  const codeText = typeof code === "number" || typeof code === "string" ? String(code) : undefined;
  return codeText === undefined && message === undefined ? undefined : { code: codeText, message };
}

/**
 * Resolves one analysis (rules 1 and 7 of statuses.md).
 * @param analysis an element of a folder's `analyses` as it came; anything that is no object resolves to UNKNOWN
 */
export function resolveAnalysis(analysis: unknown): AnalysisResolution {
  const state = readStatus(member(analysis, "state"));
  // Newer replies carry the result under both names, older ones under one of them.
  const names = ["resolution_status", "resolution"];
  const rawWord = names.map((name) => member(analysis, name)).find((raw) => readStatus(raw) !== undefined);
  const word = readStatus(rawWord);
  const result = resultOf(state, word);
  const type = textMember(analysis, "type")?.toUpperCase();
  const progress = state ?? word;
  return {
    id: textMember(analysis, "analysis_id", "analyse_id"),
    type,
    state,
    result,
    rawResult: result === word ? rawStatus(rawWord) : rawStatus(member(analysis, "state")),
    running: isUnsettled(progress),
    terminal: progress === "FINISHED" || progress === "FAILED" || isVerdict(progress),
    createdAt: timeMember(analysis, "time_created"),
    updatedAt: timeMember(analysis, "time_updated"),
    scores: readScores(analysis, type),
    error: readError(analysis),
  };
}
