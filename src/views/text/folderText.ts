import { plainText } from "../../base/plainText";
import { member, readText, scalarText } from "../../base/readJson";
import type { OzFolder } from "../../oz/model/folder";
import { shortId } from "../../oz/model/id";
import { effectiveStatus, outcome, unknownWord } from "../../status/effectiveStatus";
import type { FindingSeverity } from "../../status/finding";
import { compareTimes } from "../../status/lists";
import { present, type Presentation } from "../../status/presentation";
import type { FolderResolution } from "../../status/resolution";
import { isUnsettled, type Status } from "../../status/status";
import { decidingGroup, hasBegun } from "../../status/statusFromAnalyses";
import { presentGroup } from "./groupText";

/** What the severities of findings are called on screen. */
export const SEVERITY_NAMES: Readonly<Record<FindingSeverity, string>> = {
  error: "Error",
  warning: "Warning",
  info: "Note",
};

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
    return `${words}, ${before && isNewer ? "running again" : "still running"}`;
  }
  return before ? `${words}, was ${plainText(presentGroup(before).label)}` : words;
}

/** @returns the result without what runs or came before */
export function presentResult(resolution: FolderResolution): string {
  const { result, resultMember, operatorDecision } = resolution;
  const label = plainText(presentFolder(resolution).label);
  const isComputed = result !== undefined && resultMember === undefined;
  const system = isComputed ? markedComputed(label, result) : label;
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
  return result === "FINISHED" ? "no result" : present(result).label;
}

/** @returns "Declined (computed)"; "Unknown (REVIEW, computed)"; "Finished, no result" */
function markedComputed(label: string, result: Status): string {
  if (result === "FINISHED") return `${label}, ${computedInWords(result)}`;
  return label.endsWith(")") ? `${label.slice(0, -1)}, computed)` : `${label} (computed)`;
}

function operatorWords(system: string, status: Status, decision: Status): string {
  const decided = `${present(decision).label} by operator`;
  if (status === "OPERATOR_REQUIRED") return decided;
  return status === decision ? system : `${system}, ${decided}`;
}

/** @returns "3 folders" */
export function folderCount(count: number): string {
  return count === 1 ? "1 folder" : `${count.toLocaleString("en")} folders`;
}

/** @returns "3 analyses"; "analyses unknown" if the reply does not include them */
export function analysesInWords({ analysisCount: count }: FolderResolution): string {
  if (count === undefined) return "analyses unknown";
  if (count === 0) return "no analyses";
  return count === 1 ? "1 analysis" : `${count.toLocaleString("en")} analyses`;
}
