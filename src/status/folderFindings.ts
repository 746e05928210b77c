import { MAX_STATUS_LENGTH } from "../base/limits";
import { plainText } from "../base/plainText";
import type { Difference } from "./differences";
import type { FindingList } from "./finding";
import { present } from "./presentation";
import type { FolderResolution, GroupResolution } from "./resolution";
import { isVerdict } from "./status";

/**
 * Adds the findings about the folder as a whole.
 * @param differences what the server says otherwise than its analyses
 * @param groups undefined if the reply has no `analyses`
 */
export function addFolderFindings(
  findings: FindingList,
  folder: Pick<FolderResolution, "result" | "words" | "resultMember" | "operatorDecision">,
  differences: readonly Difference[],
  groups: readonly GroupResolution[] | undefined,
): void {
  for (const { code, message, analysisIds, severity } of differences)
    findings.add(code, message, analysisIds, severity);
  addOperatorDiffers(findings, folder);
  if (groups?.length === 0 && differences.length === 0)
    findings.add("noAnalyses", "The folder has no analyses.");
  addInferredGroups(findings, groups ?? []);
}

/** An operator who decides what the system left to one does not disagree with it. */
function addOperatorDiffers(
  findings: FindingList,
  {
    result,
    words,
    resultMember,
    operatorDecision,
  }: Pick<FolderResolution, "result" | "words" | "resultMember" | "operatorDecision">,
): void {
  if (!operatorDecision || !isVerdict(result)) return;
  if (result === "OPERATOR_REQUIRED" || result === operatorDecision) return;
  const [member, word] = resultMember
    ? [resultMember, words[resultMember] ?? ""]
    : ["computed result", present(result).label];
  const quote = (text: string): string => plainText(text, MAX_STATUS_LENGTH);
  findings.add(
    "operatorDiffers",
    `The operator_status is ${quote(words.operator_status ?? "")}, but the ${member} is ${quote(word)}.`,
  );
}

function addInferredGroups(findings: FindingList, groups: readonly GroupResolution[]): void {
  const inferred = groups.filter((group) => group.inferred).flatMap(({ analyses }) => analyses);
  if (inferred.length === 0) return;
  const [count, pronoun] =
    inferred.length === 1 ? ["1 analysis", "it was"] : [`${inferred.length} analyses`, "they were"];
  findings.add(
    "groupsInferred",
    `The server names no group for ${count}; ${pronoun} grouped by creation time.`,
    inferred.map(({ id }) => id),
  );
}
