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

/** @returns the same for a narrow row: "Group 12:03:11" */
export function groupRowLabel({ createdAt }: GroupResolution, now: number): string {
  return createdAt === undefined ? "Group" : `Group ${shortTime(createdAt, now)}`;
}

/**
 * @param formatTime writes the time at which the group finished
 * @returns when the group finished, and whether it decides the folder's result
 */
export function groupFacts(
  group: GroupResolution,
  resolution: FolderResolution,
  formatTime: (milliseconds: number) => string,
): readonly string[] {
  const { finishedAt } = group;
  const role = groupRole(group, resolution);
  if (finishedAt === undefined) return role.filter((words) => words !== LAST);
  const time = formatTime(finishedAt);
  return role.includes(LAST) ? [`${LAST}, at ${time}`] : [`finished ${time}`, ...role];
}

/** What is said of the last group if it does not decide: another one runs, or the server says otherwise. */
const LAST = "finished last";

/** @returns "decides", "finished last", or "taken as the last" if that is a guess; nothing for the groups before it */
export function groupRole({ id }: GroupResolution, resolution: FolderResolution): readonly string[] {
  const { deciding, computed, result, settledResult, groups } = resolution;
  if (id !== deciding?.groupId) return [];
  if (isLastGuessed(groups)) return ["taken as the last"];
  return [computed?.result === result && settledResult === undefined ? "decides" : LAST];
}
