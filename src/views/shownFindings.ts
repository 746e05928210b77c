import { effectiveStatus } from "../status/effectiveStatus";
import type { Finding } from "../status/finding";
import { findingsAt } from "../status/processingTime";
import type { FolderResolution } from "../status/resolution";

/** What decides which findings are shown. */
export interface FindingSettings {
  /** Codes of findings to hide. */
  readonly hidden: () => readonly string[];
  /** Milliseconds that processing may take; 0 for no limit. */
  readonly processingLimit: () => number;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export type ShownFindings = (resolution: FolderResolution) => readonly Finding[];

/** @returns a function that gives a folder's findings, including those that appear with time, without hidden ones */
export function shownFindings({ hidden, processingLimit, now }: FindingSettings): ShownFindings {
  return (resolution) => {
    // The limit is only read if needed: this is called for every row, and reading a setting is slow.
    const isProcessing = resolution.processingSince !== undefined;
    const all = isProcessing ? findingsAt(resolution, now(), processingLimit()) : resolution.findings;
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
