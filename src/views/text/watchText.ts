import * as l10n from "@vscode/l10n";
import { duration, durationInMinutes, type Writer } from "../../base/duration";
import type { HistoryEntry } from "../../folders/watch/history";
import type { OzFolder } from "../../oz/model/folder";
import { effectiveStatus, hasEnded } from "../../status/effectiveStatus";
import { present } from "../../status/presentation";
import { timeTaken } from "../../status/processingTime";
import { shortTime } from "./formatTime";

/** A status, and when it began and how long it lasted. */
export type HistoryLine = readonly [string, string];

/**
 * @param now epoch milliseconds
 * @param write see `duration`
 * @returns how long a folder has been running, to the minute, or how long its deciding group took; "" if times are missing
 */
export function elapsedText({ resolution, createdAt }: OzFolder, now: number, write?: Writer): string {
  if (!hasEnded(resolution)) {
    // Nobody knows since when a folder has been waited for that is neither waiting nor processing.
    const isWaiting = effectiveStatus(resolution) === "INITIAL";
    const since = resolution.processingSince ?? (isWaiting ? createdAt : undefined);
    return since === undefined ? "" : l10n.t("for {0}", durationInMinutes(now - since, write));
  }
  const taken = timeTaken(resolution);
  return taken === undefined ? "" : l10n.t("took {0}", duration(taken, write));
}

/**
 * @param now epoch milliseconds
 * @returns a line for each status: when it began and, except for the last, how long it lasted
 */
export function historyLines(history: readonly HistoryEntry[], now: number): readonly HistoryLine[] {
  return history.map(({ status, word, at }, index) => {
    const next = history[index + 1];
    const lasted = next ? `, ${duration(next.at - at)}` : "";
    return [
      l10n.t({
        message: "Seen {0}",
        args: [present(status, word).label],
        comment: "{0} is the status that a folder had when it was read: “Seen Processing”",
      }),
      `${shortTime(at, now)}${lasted}`,
    ];
  });
}
