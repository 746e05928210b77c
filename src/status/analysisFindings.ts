import { analysisTypeLabel } from "./analysisType";
import type { FindingList } from "./findingList";
import { MATRIX } from "./matrix";
import type { JsonObject } from "./members";
import { plainText } from "./plainText";
import type { AnalysisResolution } from "./resolution";
import { addWordFinding } from "./wordFindings";
import { isVerdict, type Status } from "./words";

/** How much of a type and an error code goes into a sentence, and how much of a message. */
const LONGEST_NAME = 40;
const LONGEST_MESSAGE = 120;

/** Rule 1: while unfinished the result repeats the state; afterwards it is one that a check ends with. */
function contradictsState(word: Status, state: Status | undefined): boolean {
  if (state === "FINISHED") return !isVerdict(word);
  return (state === "PROCESSING" || state === "FAILED") && word !== state;
}

/** @returns whether the word, if there is one, stands where the document has it */
function checkResult(
  findings: FindingList,
  { id, state }: AnalysisResolution,
  name: string,
  word: Status | undefined,
  raw: unknown,
): boolean {
  if (word === undefined) return true;
  if (addWordFinding(findings, MATRIX.analysisResult, name, word, raw, id)) return false;
  if (state === undefined || !contradictsState(word, state)) return true;
  findings.add("valueOutOfPlace", `The ${name} is ${word} while the state is ${state}.`, [id]);
  return false;
}

function failure({ type, error }: AnalysisResolution): string {
  const label = plainText(analysisTypeLabel(type), LONGEST_NAME);
  const code = error?.code === undefined ? "" : ` with error ${plainText(error.code, LONGEST_NAME)}`;
  const message = error?.message === undefined ? "." : `: ${plainText(error.message, LONGEST_MESSAGE)}`;
  return `${label} failed${code}${message}`;
}

/**
 * Finds what is wrong with one analysis by itself.
 * @param json the analysis as it came
 * @param first the word that it has in `resolution_status`
 * @param second the word that it has in `resolution`, unless that repeats the first
 */
export function addAnalysisFindings(
  findings: FindingList,
  analysis: AnalysisResolution,
  json: JsonObject,
  first: Status | undefined,
  second: Status | undefined,
): void {
  const { id, type, state, result } = analysis;
  addWordFinding(findings, MATRIX.analysisState, "analysis state", state, json.state, id);
  const { resolution_status: firstRaw, resolution: secondRaw } = json;
  const fits = checkResult(findings, analysis, "analysis resolution_status", first, firstRaw);
  const bothFit = checkResult(findings, analysis, "analysis resolution", second, secondRaw) && fits;
  if (bothFit && first !== undefined && second !== undefined && first !== second) {
    const sentence = `The analysis resolution_status is ${first}, but its resolution is ${second}.`;
    findings.add("valueOutOfPlace", sentence, [id]);
  }
  if (state === "FINISHED" && first === undefined && second === undefined) {
    findings.add("finishedWithoutResult", "The analysis has finished without a result.", [id]);
  }
  if (result === "OPERATOR_REQUIRED" && analysisTypeLabel(type) === "Liveness") {
    findings.add("livenessOperatorRequired", "Liveness says Operator required, which it never should.", [id]);
  }
  if (analysis.failed) findings.add("analysisFailed", failure(analysis), [id]);
}
