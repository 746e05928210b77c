import { effectiveStatus } from "../status/effectiveStatus";
import type { Finding } from "../status/finding";
import { findingsAt } from "../status/processingTime";
import type { FolderResolution } from "../status/resolution";

/** What decides which findings are shown. */
export interface FindingSettings {
  /** Codes that nobody wants to see. */
  readonly hidden: () => readonly string[];
  /** Milliseconds that processing may take; 0 for no limit. */
  readonly processingLimit: () => number;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export type ShownFindings = (resolution: FolderResolution) => readonly Finding[];

/** @returns what gives the findings of a folder that the user wants to see, with those that time brings */
export function shownFindings({ hidden, processingLimit, now }: FindingSettings): ShownFindings {
  return (resolution) => {
    // Drawing a list asks this of every row, and reading a setting costs more than all the rest.
    const runs = resolution.processingSince !== undefined;
    const all = runs ? findingsAt(resolution, now(), processingLimit()) : resolution.findings;
    if (all.length === 0) return all;
    const unwanted = new Set(hidden());
    return all.filter(({ code }) => !unwanted.has(code));
  };
}

/** @returns how many of the findings a row should be marked for: those that say more than the row does by itself */
export function markedCount(findings: readonly Finding[], resolution: FolderResolution): number {
  const failed = effectiveStatus(resolution) === "FAILED";
  return findings.filter(
    ({ code, severity }) => severity !== "info" && !(failed && code === "analysisFailed"),
  ).length;
}
