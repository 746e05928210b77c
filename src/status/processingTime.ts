import { readTime, type JsonObject } from "../base/readJson";
import { makeFinding, type Finding } from "./finding";
import type { FolderResolution, GroupResolution } from "./resolution";
import type { Status } from "./status";

/**
 * @param json the folder from the reply
 * @param groups its analyses; if empty, the folder's own times count
 * @param status the server's status of the folder
 * @returns when the longest-running analysis began, in epoch milliseconds; undefined if nothing is running or no time is known
 */
export function findProcessingSince(
  json: JsonObject,
  groups: readonly GroupResolution[],
  status: Status | undefined,
): number | undefined {
  if (groups.length === 0) {
    return status === "PROCESSING" ? (readTime(json.time_updated) ?? readTime(json.time_created)) : undefined;
  }
  let since: number | undefined;
  for (const group of groups) {
    for (const { running, createdAt } of group.analyses) {
      if (running && createdAt !== undefined) since = Math.min(since ?? createdAt, createdAt);
    }
  }
  return since;
}

/**
 * Checks a resolution against the processing limit, without resolving the folder again.
 * @param now epoch milliseconds
 * @param processingLimit milliseconds; no limit if 0, negative or NaN
 * @returns the finding `processingTooLong` about the running analyses; undefined if they are within the limit, nothing is
 * running, or the start is unknown
 */
export function findOverdue(
  { processingSince, groups }: Pick<FolderResolution, "processingSince" | "groups">,
  now: number,
  processingLimit: number,
): Finding | undefined {
  const elapsed = now - (processingSince ?? Number.NaN);
  if (!(processingLimit > 0 && elapsed > processingLimit)) return undefined;
  return makeFinding(
    "processingTooLong",
    `Processing for ${formatDuration(elapsed)}, longer than the limit of ${formatDuration(processingLimit)}.`,
    groups.flatMap(({ analyses }) => analyses.flatMap(({ id, running }) => (running ? [id] : []))),
  );
}

/** @returns the findings of a folder, and `processingTooLong` if it is overdue now */
export function findingsAt(
  resolution: FolderResolution,
  now: number,
  processingLimit: number,
): readonly Finding[] {
  const tooLong = findOverdue(resolution, now, processingLimit);
  return tooLong ? [...resolution.findings, tooLong] : resolution.findings;
}

const UNITS: readonly (readonly [string, number])[] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** In the largest unit that fits: "2 minutes", "1 hour". */
function formatDuration(milliseconds: number): string {
  const [unit, length] = UNITS.find(([, size]) => milliseconds >= size) ?? ["second", 1000];
  const count = Math.floor(milliseconds / length);
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
