import type { Finding } from "./finding";
import { makeFinding } from "./findingList";
import type { FolderResolution } from "./resolution";

const UNITS: readonly (readonly [string, number])[] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** In the largest unit that fits: "2 minutes", "1 hour". */
function inWords(milliseconds: number): string {
  const [unit, length] = UNITS.find(([, size]) => milliseconds >= size) ?? ["second", 1000];
  const count = Math.floor(milliseconds / length);
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/**
 * Asks an existing resolution whether its folder is processed for too long, without resolving it again.
 * @param now epoch milliseconds
 * @param processingLimit milliseconds; none when it is 0, negative or NaN
 * @returns the finding `processingTooLong` about the running analyses; undefined while the limit is kept, when nothing
 * is processed, or when nobody knows since when
 */
export function overdue(
  { processingSince, groups }: Pick<FolderResolution, "processingSince" | "groups">,
  now: number,
  processingLimit: number,
): Finding | undefined {
  const passed = now - (processingSince ?? Number.NaN);
  if (!(processingLimit > 0 && passed > processingLimit)) return undefined;
  return makeFinding(
    "processingTooLong",
    `Processing for ${inWords(passed)}, longer than the limit of ${inWords(processingLimit)}.`,
    groups.flatMap(({ analyses }) => analyses.flatMap(({ id, running }) => (running ? [id] : []))),
  );
}

/** @returns the findings of a folder with what `overdue` adds to them */
export function findingsAt(
  resolution: FolderResolution,
  now: number,
  processingLimit: number,
): readonly Finding[] {
  const late = overdue(resolution, now, processingLimit);
  return late ? [...resolution.findings, late] : resolution.findings;
}
