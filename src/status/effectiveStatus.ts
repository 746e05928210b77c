import { present, type Severity } from "./presentation";
import type { AnalysisResolution, FolderResolution } from "./resolution";
import { compareWorstFirst, isUnsettled, type Status } from "./status";
import { decidingGroup } from "./statusFromAnalyses";

/** @returns the one status to show for a folder: its result; else its status; UNKNOWN if both are missing */
export function effectiveStatus({ result, status }: Pick<FolderResolution, "result" | "status">): Status {
  return result ?? status ?? "UNKNOWN";
}

/**
 * @returns how a folder stands after an operator's decision: that decision if the system left it to one, else the
 * effective status
 */
export function outcome(
  resolution: Pick<FolderResolution, "result" | "status" | "operatorDecision">,
): Status {
  const status = effectiveStatus(resolution);
  return status === "OPERATOR_REQUIRED" ? (resolution.operatorDecision ?? status) : status;
}

/**
 * @returns what the server wrote where the effective status is UNKNOWN: the result's word, else those of the analyses that
 * make it unknown, else the status's; undefined if it wrote nothing
 */
export function unknownWord(resolution: FolderResolution): string | undefined {
  const { words, resultMember, result } = resolution;
  if (effectiveStatus(resolution) !== "UNKNOWN") return undefined;
  if (resultMember) return words[resultMember];
  if (result === undefined) return words.resolution_status;
  return unknownWords(decidingGroup(resolution)?.analyses ?? []);
}

/** @returns the words of those analyses whose result is UNKNOWN, each once; undefined if there are none */
export function unknownWords(analyses: readonly AnalysisResolution[]): string | undefined {
  const unknown = analyses.flatMap(({ result, words, resultMember }) =>
    result === "UNKNOWN" && resultMember ? (words[resultMember] ?? []) : [],
  );
  return unknown.length === 0 ? undefined : [...new Set(unknown)].join(", ");
}

/**
 * @returns whether the folder is terminal and has its result, which the server writes a moment after the last analysis
 * has finished
 */
export function hasEnded(resolution: FolderResolution): boolean {
  return resolution.terminal && !resolution.settling && !isUnsettled(effectiveStatus(resolution));
}

/** @returns whether the reply says that something is still to come: an unknown status says neither this nor an end */
export function isUnderWay(resolution: FolderResolution): boolean {
  return isUnsettled(effectiveStatus(resolution)) || resolution.groups.some(({ running }) => running);
}

/** @returns whether a folder has ended and a person should look at it: something went wrong, or must be decided */
export function needsAttention(resolution: FolderResolution): boolean {
  const { severity } = present(outcome(resolution));
  return hasEnded(resolution) && (severity === "error" || severity === "warning");
}

const SEVERITY_RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, ok: 3 };

/**
 * Orders folders by urgency: errors, then folders that wait for a person, then running ones, then successes. Within
 * a severity, the worst status comes first.
 * @returns negative if `a` is more urgent than `b`
 */
export function compareUrgency(a: FolderResolution, b: FolderResolution): number {
  const [one, other] = [outcome(a), outcome(b)];
  const bySeverity = SEVERITY_RANK[present(one).severity] - SEVERITY_RANK[present(other).severity];
  return bySeverity || compareWorstFirst(one, other);
}
