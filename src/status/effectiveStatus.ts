import { present, type Severity } from "./presentation";
import type { FolderResolution } from "./resolution";
import { compareWorstFirst, isUnsettled, type Status } from "./status";

/** @returns the one status to show for a folder: its result; else its status; UNKNOWN if both are missing */
export function effectiveStatus({ result, status }: Pick<FolderResolution, "result" | "status">): Status {
  return result ?? status ?? "UNKNOWN";
}

/**
 * @returns whether the folder is terminal and has its result, which the server writes a moment after the last analysis
 * has finished
 */
export function hasEnded(resolution: FolderResolution): boolean {
  return resolution.terminal && !isUnsettled(effectiveStatus(resolution));
}

/** @returns whether a folder has ended and a person should look at it: something went wrong, or must be decided */
export function needsAttention(resolution: FolderResolution): boolean {
  const { severity } = present(effectiveStatus(resolution));
  return hasEnded(resolution) && (severity === "error" || severity === "warning");
}

const SEVERITY_RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, ok: 3 };

/**
 * Orders folders by urgency: errors, then folders that wait for a person, then running ones, then successes. Within
 * a severity, the worst status comes first.
 * @returns negative if `a` is more urgent than `b`
 */
export function compareUrgency(a: FolderResolution, b: FolderResolution): number {
  const [one, other] = [effectiveStatus(a), effectiveStatus(b)];
  const bySeverity = SEVERITY_RANK[present(one).severity] - SEVERITY_RANK[present(other).severity];
  return bySeverity || compareWorstFirst(one, other);
}
