import * as l10n from "@vscode/l10n";
import { counted } from "../../base/language";
import { MAX_STATUS_LENGTH } from "../../base/limits";
import { plainText } from "../../base/plainText";
import { member, readText, scalarText } from "../../base/readJson";
import type { OzFolder } from "../../oz/model/folder";
import { shortId } from "../../oz/model/id";
import { effectiveStatus, outcome, unknownWord } from "../../status/effectiveStatus";
import type { FindingSeverity } from "../../status/finding";
import { compareTimes } from "../../status/lists";
import { present, type Presentation } from "../../status/presentation";
import type { FolderResolution } from "../../status/resolution";
import { isUnsettled, type Status, type Verdict } from "../../status/status";
import { decidingGroup, hasBegun } from "../../status/statusFromAnalyses";
import { presentGroup } from "./groupText";

/** @returns what a severity of findings is called on screen */
export function severityName(severity: FindingSeverity): string {
  switch (severity) {
    case "error":
      return l10n.t("Error");
    case "warning":
      return l10n.t("Warning");
    case "info":
      return l10n.t("Note");
  }
}

/** @returns how the folder is shown: after an operator's decision, if the system left it to one */
export function presentFolder(resolution: FolderResolution): Presentation {
  return present(outcome(resolution), unknownWord(resolution));
}

/**
 * @param labelKeys metadata keys; the first one present wins
 * @returns the folder's label in views: the value of that key, else the first 8 characters of the ID
 */
export function folderLabel(folder: OzFolder, labelKeys: readonly string[]): string {
  for (const key of labelKeys) {
    const value = member(folder.metaData, key);
    const text = scalarText(value) ?? readText(value);
    if (text !== undefined && plainText(text) !== "") return plainText(text);
  }
  return shortId(folder.id);
}

/**
 * @returns the result: "Declined"; "Declined (computed)" if the server gives none; "Processing, was Declined" while another
 * group runs, and "Declined, running again" if the server still gives a result; "Success by operator"
 */
export function resultInWords(resolution: FolderResolution): string {
  const { settledResult, groups } = resolution;
  const words = presentResult(resolution);
  const before = settledResult && decidingGroup(resolution);
  if (isRunningAnyway(resolution)) {
    const isNewer = groups.some(
      ({ running, createdAt }) => running && compareTimes(createdAt, before?.createdAt) > 0,
    );
    return before && isNewer ? l10n.t("{0}, running again", words) : l10n.t("{0}, still running", words);
  }
  return before ? l10n.t("{0}, was {1}", words, plainText(presentGroup(before).label)) : words;
}

/** @returns the result without what runs or came before */
export function presentResult(resolution: FolderResolution): string {
  const { result, resultMember, operatorDecision } = resolution;
  const isComputed = result !== undefined && resultMember === undefined;
  const system = isComputed ? computedResult(resolution, result) : plainText(presentFolder(resolution).label);
  return operatorDecision ? operatorWords(system, effectiveStatus(resolution), operatorDecision) : system;
}

/** @returns whether the server gives a result although something is running */
function isRunningAnyway(resolution: FolderResolution): boolean {
  const { groups, status, resultMember } = resolution;
  if (isUnsettled(effectiveStatus(resolution)) || resultMember === undefined) return false;
  return groups.length === 0 ? status === "PROCESSING" : groups.some(hasBegun);
}

/** @returns the result of the analyses if it differs from the one that is shown; undefined also if they give none */
export function differingResult({
  computed,
  result,
  groups,
  deciding,
}: FolderResolution): string | undefined {
  const isKnown = deciding !== undefined || groups.some(({ running }) => running);
  return computed && isKnown && computed.result !== result ? computedInWords(computed.result) : undefined;
}

/** @returns a result computed from analyses, which may have none */
export function computedInWords(result: Status): string {
  return result === "FINISHED" ? l10n.t("no result") : present(result).label;
}

/** @returns "Declined (computed)"; "Unknown (REVIEW, computed)"; "Finished, no result" */
function computedResult(resolution: FolderResolution, result: Status): string {
  const { label } = present(result);
  if (result === "FINISHED") return `${label}, ${computedInWords(result)}`;
  const word = unknownWord(resolution);
  return word === undefined
    ? l10n.t("{0} (computed)", label)
    : l10n.t("Unknown ({0}, computed)", plainText(word, MAX_STATUS_LENGTH));
}

function operatorWords(system: string, status: Status, decision: Verdict): string {
  const decided = decision === "SUCCESS" ? l10n.t("Success by operator") : l10n.t("Declined by operator");
  if (status === "OPERATOR_REQUIRED") return decided;
  return status === decision ? system : `${system}, ${decided}`;
}

/** @returns "3 folders" */
export function folderCount(count: number): string {
  return counted(l10n.t("{0} folder|{0} folders"), count);
}

/** @returns "3 analyses"; "analyses unknown" if the reply does not include them */
export function analysesInWords({ analysisCount: count }: Pick<FolderResolution, "analysisCount">): string {
  if (count === undefined) return l10n.t("analyses unknown");
  if (count === 0) return l10n.t("no analyses");
  return counted(l10n.t("{0} analysis|{0} analyses"), count);
}
