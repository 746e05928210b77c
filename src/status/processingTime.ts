import * as l10n from "@vscode/l10n";
import { duration } from "../base/duration";
import { readTime, type JsonObject } from "../base/readJson";
import { hasEnded } from "./effectiveStatus";
import { makeFinding, type Finding } from "./finding";
import type { FolderResolution, GroupResolution } from "./resolution";
import type { Status } from "./status";
import { decidingGroup, isWaiting } from "./statusFromAnalyses";

/** Milliseconds within which the vendor's monitoring guide expects 90% of the analyses to end. */
export const EXPECTED_TIME = 20_000;

/**
 * @param json the folder from the reply
 * @param groups its analyses; if empty, the folder's own times count
 * @param status the server's status of the folder
 * @returns when the longest-running analysis began, in epoch milliseconds by the server's clock; undefined if nothing is
 * running or no time is known
 */
export function findProcessingSince(
  json: JsonObject,
  groups: readonly GroupResolution[],
  status: Status | undefined,
): number | undefined {
  return groups.length === 0 ? folderSince(json, status) : runningSince(groups);
}

function folderSince(json: JsonObject, status: Status | undefined): number | undefined {
  return status === "PROCESSING" ? (readTime(json.time_updated) ?? readTime(json.time_created)) : undefined;
}

function runningSince(groups: readonly GroupResolution[]): number | undefined {
  let since: number | undefined;
  for (const group of groups) {
    for (const analysis of group.analyses) {
      const { running, createdAt } = analysis;
      if (running && !isWaiting(analysis) && createdAt !== undefined)
        since = Math.min(since ?? createdAt, createdAt);
    }
  }
  return since;
}

/** @returns the milliseconds that the deciding group of an ended folder took; undefined if its times are missing */
export function timeTaken(resolution: FolderResolution): number | undefined {
  const group = decidingGroup(resolution);
  if (!hasEnded(resolution) || group?.createdAt === undefined || group.finishedAt === undefined)
    return undefined;
  return group.finishedAt - group.createdAt;
}

/** What the time of a running folder is compared with. */
export interface TimeLimits {
  /** Epoch milliseconds by the server's clock. */
  readonly now: number;
  /** Milliseconds that processing may take; no limit if 0, negative or NaN. */
  readonly processingLimit: number;
  /** Milliseconds within which 90% of the loaded folders ended; undefined if too few are loaded. */
  readonly usualTime: number | undefined;
}

/** @returns the findings of a folder, and `processingTooLong` or `slowerThanUsual` if it has been running for so long */
export function findingsAt(resolution: FolderResolution, limits: TimeLimits): readonly Finding[] {
  const { processingSince, groups, findings } = resolution;
  const elapsed = limits.now - (processingSince ?? Number.NaN);
  const found = tooLong(elapsed, limits) ?? slower(elapsed, limits);
  if (!found) return findings;
  const running = groups.flatMap(({ analyses }) => analyses.filter((analysis) => analysis.running));
  const [code, message] = found;
  const ids = running.map(({ id }) => id);
  return [...findings, makeFinding(code, message, ids)];
}

type TimeMessage = readonly [code: "processingTooLong" | "slowerThanUsual", message: string];

function tooLong(elapsed: number, { processingLimit }: TimeLimits): TimeMessage | undefined {
  if (!(processingLimit > 0 && elapsed > processingLimit)) return undefined;
  const [passed, limit] = [duration(elapsed), duration(processingLimit)];
  return [
    "processingTooLong",
    passed === limit
      ? l10n.t("Processing for longer than the limit of {0}.", limit)
      : l10n.t("Processing for {0}, longer than the limit of {1}.", passed, limit),
  ];
}

function slower(elapsed: number, { usualTime }: TimeLimits): TimeMessage | undefined {
  if (!(elapsed > Math.max(EXPECTED_TIME, usualTime ?? 0))) return undefined;
  const passed = duration(elapsed);
  return [
    "slowerThanUsual",
    usualTime === undefined
      ? l10n.t(
          "Processing for {0}; Oz Forensics expects 90% of analyses to take at most {1}.",
          passed,
          duration(EXPECTED_TIME),
        )
      : l10n.t(
          "Processing for {0}; 90% of the loaded folders took at most {1}.",
          passed,
          usualDuration(usualTime),
        ),
  ];
}

/** @param usualTime see `TimeLimits` */
export function usualInWords(usualTime: number): string {
  return l10n.t("90% of the loaded folders took at most {0}", usualDuration(usualTime));
}

/** Rounds up, so that "at most" stays true. */
function usualDuration(usualTime: number): string {
  return duration(Math.ceil(usualTime / 1000) * 1000);
}
