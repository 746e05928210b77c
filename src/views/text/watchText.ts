import type { HistoryEntry } from "../../folders/watch/history";
import type { OzFolder } from "../../oz/model/folder";
import { hasEnded } from "../../status/effectiveStatus";
import { present } from "../../status/presentation";
import { duration, timeOfDay } from "./formatTime";

/** A status, and when it began and how long it lasted. */
export type HistoryLine = readonly [string, string];

/**
 * @param now epoch milliseconds
 * @returns how long a folder has been running, or how long its deciding group took; "" if times are missing
 */
export function elapsedText({ resolution, createdAt }: OzFolder, now: number): string {
  if (!hasEnded(resolution)) {
    const since = resolution.processingSince ?? createdAt;
    return since === undefined ? "" : `for ${duration(now - since)}`;
  }
  const group = resolution.groups.find(({ id }) => id === resolution.deciding?.groupId);
  if (group?.createdAt === undefined || group.finishedAt === undefined) return "";
  return `took ${duration(group.finishedAt - group.createdAt)}`;
}

/** @returns a line for each status: when it began and, except for the last, how long it lasted */
export function historyLines(history: readonly HistoryEntry[]): readonly HistoryLine[] {
  return history.map(({ status, at }, index) => {
    const next = history[index + 1];
    const lasted = next ? `, ${duration(next.at - at)}` : "";
    return [present(status).label, `${timeOfDay(at)}${lasted}`];
  });
}
