import * as l10n from "@vscode/l10n";
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
  return createdAt === undefined ? l10n.t("Group") : l10n.t("Group posted at {0}", shortTime(createdAt, now));
}

/** @returns the same for a narrow row: "Group 12:03:11" */
export function groupRowLabel({ createdAt }: GroupResolution, now: number): string {
  return createdAt === undefined
    ? l10n.t("Group")
    : l10n.t({
        message: "Group {0}",
        args: [shortTime(createdAt, now)],
        comment: ["A narrow row. {0} is the time at which the group was posted"],
      });
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
  const role = roleOf(group, resolution);
  if (finishedAt === undefined) return role === "last" ? [] : groupRole(group, resolution);
  const time = formatTime(finishedAt);
  return role === "last"
    ? [l10n.t("finished last, at {0}", time)]
    : [l10n.t("finished {0}", time), ...groupRole(group, resolution)];
}

/** @returns "decides", "finished last", or "taken as the last" if that is a guess; nothing for the groups before it */
export function groupRole(group: GroupResolution, resolution: FolderResolution): readonly string[] {
  switch (roleOf(group, resolution)) {
    case "decides":
      return [l10n.t({ message: "decides", comment: ["Of a group: its result is the folder's"] })];
    case "last":
      return [l10n.t("finished last")];
    case "guess":
      return [l10n.t({ message: "taken as the last", comment: ["Of a group: which was last is a guess"] })];
    case undefined:
      return [];
  }
}

/** What a group is for its folder: "last" if it does not decide, as another one runs, or the server says otherwise. */
type Role = "decides" | "last" | "guess" | undefined;

function roleOf({ id }: GroupResolution, resolution: FolderResolution): Role {
  const { deciding, computed, result, settledResult, groups } = resolution;
  if (id !== deciding?.groupId) return undefined;
  if (isLastGuessed(groups)) return "guess";
  return computed?.result === result && settledResult === undefined ? "decides" : "last";
}
