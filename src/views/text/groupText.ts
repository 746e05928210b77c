import { isLastGuessed } from "../../status/differences";
import { unknownWords } from "../../status/effectiveStatus";
import { present, type Presentation } from "../../status/presentation";
import type { FolderResolution, GroupResolution } from "../../status/resolution";
import { shortTime } from "./formatTime";

/** @returns how the group's result is shown */
export function presentGroup({ result, analyses }: GroupResolution): Presentation {
  return present(result, result === "UNKNOWN" ? unknownWords(analyses) : undefined);
}

/**
 * @param now epoch milliseconds
 * @returns "Group posted at 12:03:11", with the date unless it is today
 */
export function groupLabel({ createdAt }: GroupResolution, now: number): string {
  return createdAt === undefined ? "Group" : `Group posted at ${shortTime(createdAt, now)}`;
}

/**
 * @param formatTime writes the time at which the group finished
 * @returns when the group finished, and whether it decides the folder's result
 */
export function groupFacts(
  { id, finishedAt }: GroupResolution,
  resolution: FolderResolution,
  formatTime: (milliseconds: number) => string,
): readonly string[] {
  const { deciding, computed, result, settledResult } = resolution;
  const isLast = id === deciding?.groupId;
  // While another group runs, or the server says otherwise, it only was the last to finish.
  const decides = isLast && computed?.result === result && settledResult === undefined;
  const isGuess = isLastGuessed(resolution.groups);
  const finished = isLast && !decides && !isGuess ? "finished last, at" : "finished";
  return [
    ...(finishedAt === undefined ? [] : [`${finished} ${formatTime(finishedAt)}`]),
    ...(isLast && isGuess ? ["taken as the last"] : []),
    ...(decides && !isGuess ? ["decides"] : []),
  ];
}
