import { plainText } from "../../base/plainText";
import { member } from "../../base/readJson";
import type { OzFolder } from "../../oz/model/folder";
import { shortId } from "../../oz/model/id";
import { effectiveStatus } from "../../status/effectiveStatus";
import type { FindingSeverity } from "../../status/finding";
import { present, type Presentation } from "../../status/presentation";
import type { FolderResolution } from "../../status/resolution";

/** What the severities of findings are called on screen. */
export const SEVERITY_NAMES: Readonly<Record<FindingSeverity, string>> = {
  error: "Error",
  warning: "Warning",
  info: "Note",
};

/** @returns how the folder's effective status is shown */
export function presentFolder(resolution: FolderResolution): Presentation {
  return present(effectiveStatus(resolution), resolution.rawResult ?? resolution.rawStatus);
}

/**
 * @param labelKeys metadata keys; the first one present wins
 * @returns the folder's label in views: the value of that key, else the first 8 characters of the ID
 */
export function folderLabel(folder: OzFolder, labelKeys: readonly string[]): string {
  for (const key of labelKeys) {
    const value = member(folder.metaData, key);
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    if (typeof value === "string" && plainText(value) !== "") return plainText(value);
  }
  return shortId(folder.id);
}

/** @returns the result: "Declined"; "Processing, was Declined" while it runs again; "Declined (computed)" */
export function resultInWords(resolution: FolderResolution): string {
  const { settledResult, resultSource } = resolution;
  const label = plainText(presentFolder(resolution).label);
  if (settledResult) return `${label}, was ${present(settledResult).label}`;
  return resultSource === "computed" ? `${label} (computed)` : label;
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
