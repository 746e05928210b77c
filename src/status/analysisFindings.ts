import { MOST_FINDINGS, MOST_SCORES } from "../base/limits";
import { plainText } from "../base/plainText";
import type { JsonObject } from "../base/readJson";
import { ALLOWED_STATUSES } from "./allowedStatuses";
import { analysisTypeLabel } from "./analysisType";
import type { FindingList } from "./findingList";
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

/** @returns the word, if there is one and it stands where the document has it */
function checkResult(
  findings: FindingList,
  { id, state }: AnalysisResolution,
  name: string,
  word: Status | undefined,
  raw: unknown,
): Status | undefined {
  if (word === undefined) return undefined;
  if (addWordFinding(findings, ALLOWED_STATUSES.analysisResult, name, word, raw, id)) return undefined;
  if (!contradictsState(word, state)) return word;
  findings.add("valueOutOfPlace", `The ${name} is ${word} while the state is ${String(state)}.`, [id]);
  return undefined;
}

function failure({ type, error }: AnalysisResolution): string {
  const label = plainText(analysisTypeLabel(type), LONGEST_NAME);
  const code = error?.code === undefined ? "" : ` with error ${plainText(error.code, LONGEST_NAME)}`;
  const message = error?.message === undefined ? "." : `: ${plainText(error.message, LONGEST_MESSAGE)}`;
  return `${label} failed${code}${message}`;
}

/**
 * Finds what is wrong with one analysis by itself, unless there are `MOST_FINDINGS` already.
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
  if (findings.isFull) {
    findings.add(
      "replyCut",
      `There are ${MOST_FINDINGS} findings; further analyses were not searched for more.`,
    );
    return;
  }
  const { id, type, state, result } = analysis;
  addWordFinding(findings, ALLOWED_STATUSES.analysisState, "analysis state", state, json.state, id);
  const { resolution_status: firstRaw, resolution: secondRaw } = json;
  const one = checkResult(findings, analysis, "analysis resolution_status", first, firstRaw);
  const other = checkResult(findings, analysis, "analysis resolution", second, secondRaw);
  if (one !== undefined && other !== undefined && one !== other) {
    const sentence = `The analysis resolution_status is ${one}, but its resolution is ${other}.`;
    findings.add("valueOutOfPlace", sentence, [id]);
  }
  if (state === "FINISHED" && first === undefined && second === undefined) {
    findings.add("finishedWithoutResult", "The analysis has finished without a result.", [id]);
  }
  if (result === "OPERATOR_REQUIRED" && analysisTypeLabel(type) === "Liveness") {
    findings.add(
      "livenessOperatorRequired",
      "Liveness asks for an operator, which the status document rules out.",
      [id],
    );
  }
  const { results_media: media } = json;
  if (Array.isArray(media) && media.length > MOST_SCORES) {
    const [count, shown] = [media.length, MOST_SCORES].map((number) => number.toLocaleString("en"));
    findings.add(
      "replyCut",
      `An analysis has results for ${count} media; only the first ${shown} are shown.`,
      [id],
    );
  }
  if (analysis.failed) findings.add("analysisFailed", failure(analysis), [id]);
}
