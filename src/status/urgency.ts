import { hasEnded, effectiveStatus } from "./effectiveStatus";
import { compareWorstFirst } from "./order";
import { present, type Severity } from "./presentation";
import type { FolderResolution } from "./resolution";

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, ok: 3 };

/**
 * Orders folders by how soon a person should look: what went wrong, what waits for a person, what still runs, what is
 * well; among equals by the order of the document.
 * @returns negative when `a` is more urgent than `b`
 */
export function compareUrgency(a: FolderResolution, b: FolderResolution): number {
  const [one, other] = [effectiveStatus(a), effectiveStatus(b)];
  return RANK[present(one).severity] - RANK[present(other).severity] || compareWorstFirst(one, other);
}

/** @returns whether a folder has ended in a way that asks for a person: something went wrong, or somebody has to decide */
export function needsAttention(resolution: FolderResolution): boolean {
  const { severity } = present(effectiveStatus(resolution));
  return hasEnded(resolution) && (severity === "error" || severity === "warning");
}
