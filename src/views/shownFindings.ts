import * as l10n from "@vscode/l10n";
import { counted } from "../base/language";
import { effectiveStatus } from "../status/effectiveStatus";
import type { Finding } from "../status/finding";
import { findingsAt, type TimeLimits } from "../status/processingTime";
import type { FolderResolution } from "../status/resolution";
import { resultInWords } from "./text/folderText";

export type ShownFindings = (resolution: FolderResolution) => readonly Finding[];

/**
 * @param hidden gives the codes of findings to hide
 * @param limits what the times of running folders are compared with now
 * @returns a function that gives a folder's findings, including those that appear with time, without hidden ones
 */
export function shownFindings(hidden: () => readonly string[], limits: () => TimeLimits): ShownFindings {
  return (resolution) => {
    // The limits are only read if needed: this is called for every row, and reading a setting is slow.
    const isProcessing = resolution.processingSince !== undefined;
    const all = isProcessing ? findingsAt(resolution, limits()) : resolution.findings;
    if (all.length === 0) return all;
    const hiddenCodes = new Set(hidden());
    return all.filter(({ code }) => !hiddenCodes.has(code));
  };
}

/** @returns how many findings the ⚠ of a row stands for: no notes, and not the failure that its status already shows */
export function markedCount(findings: readonly Finding[], resolution: FolderResolution): number {
  const failed = effectiveStatus(resolution) === "FAILED";
  return findings.filter(
    ({ code, severity }) => severity !== "info" && !(failed && code === "analysisFailed"),
  ).length;
}

/** @returns that number in words: "1 finding"; undefined for none */
export function markedInWords(
  findings: readonly Finding[],
  resolution: FolderResolution,
): string | undefined {
  const count = markedCount(findings, resolution);
  if (count === 0) return undefined;
  return counted(l10n.t("{0} finding|{0} findings"), count);
}

/** @returns a folder's result, after ⚠ if there is something to look at: a narrow row cuts off its end */
export function markedResult(resolution: FolderResolution, findings: readonly Finding[]): string {
  const isMarked = markedCount(findings, resolution) > 0;
  return `${isMarked ? "⚠ " : ""}${resultInWords(resolution)}`;
}

/** @returns the same as a screen reader should say it: "Processing, 1 finding" */
export function spokenResult(resolution: FolderResolution, findings: readonly Finding[]): string {
  return [resultInWords(resolution), markedInWords(findings, resolution) ?? []].flat().join(", ");
}
