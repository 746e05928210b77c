import { plainText } from "../../base/plainText";
import { member } from "../../base/readJson";
import type { OzFolder } from "../../oz/model/folder";
import { shortId } from "../../oz/model/id";
import { effectiveStatus } from "../../status/effectiveStatus";
import { present, type Presentation } from "../../status/presentation";
import type { FolderResolution } from "../../status/resolution";

/** @returns how the one status that stands for the folder is shown */
export function presentFolder(resolution: FolderResolution): Presentation {
  return present(effectiveStatus(resolution), resolution.rawResult ?? resolution.rawStatus);
}

/**
 * @param labelKeys metadata keys that the user wants to see, the first one present wins
 * @returns what a folder is called in a view: the value under one of the keys, else the first 8 of its id
 */
export function folderLabel(folder: OzFolder, labelKeys: readonly string[]): string {
  for (const key of labelKeys) {
    const value = member(folder.metaData, key);
    if (typeof value === "number" || typeof value === "boolean") return String(value);
    if (typeof value === "string" && plainText(value) !== "") return plainText(value);
  }
  return shortId(folder.id);
}

/** @returns the result in words, with what it was before something ran again and where it comes from */
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

/** @returns "3 analyses"; "analyses not read" where the reply says nothing about them */
export function analysesInWords({ analysisCount: count }: FolderResolution): string {
  if (count === undefined) return "analyses not read";
  if (count === 0) return "no analyses";
  return count === 1 ? "1 analysis" : `${count.toLocaleString("en")} analyses`;
}
