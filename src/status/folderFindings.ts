import * as l10n from "@vscode/l10n";
import { counted } from "../base/language";
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
    findings.add("noAnalyses", l10n.t("The folder has no analyses."));
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
  const quote = (text = ""): string => plainText(text, MAX_STATUS_LENGTH);
  const decision = quote(words.operator_status);
  findings.add(
    "operatorDiffers",
    resultMember
      ? l10n.t(
          "The operator_status is {0}, but the {1} is {2}.",
          decision,
          resultMember,
          quote(words[resultMember]),
        )
      : l10n.t(
          "The operator_status is {0}, but the computed result is {1}.",
          decision,
          present(result).label,
        ),
  );
}

function addInferredGroups(findings: FindingList, groups: readonly GroupResolution[]): void {
  const inferred = groups.filter((group) => group.inferred).flatMap(({ analyses }) => analyses);
  if (inferred.length === 0) return;
  findings.add(
    "groupsInferred",
    counted(
      l10n.t(
        "The server names no group for {0} analysis; it was grouped by creation time.|The server names no group for {0} analyses; they were grouped by creation time.",
      ),
      inferred.length,
    ),
    inferred.map(({ id }) => id),
  );
}
