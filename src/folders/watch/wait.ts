import { MAX_ARRIVALS } from "../../base/limits";
import type { OzFolder } from "../../oz/model/folder";
import type { FolderFilter } from "../filter/folderFilter";
import { matcher } from "../filter/matches";
import { timeRangeOf } from "../filter/timeRange";

/** Which new folders to wait for. */
export interface WaitedFor {
  readonly filter: FolderFilter;
  /** What the user calls the filter; undefined if it has no name. */
  readonly name?: string | undefined;
  /** Whether the first one ends the wait. */
  readonly once: boolean;
}

/** A wait for new folders. */
export interface Wait extends WaitedFor {
  /** When it began, in epoch milliseconds of the server's clock, to the second: `Date` and some servers' times have no more. */
  readonly since: number;
  /** When it ends, in epoch milliseconds of this machine's clock, which the user sees. */
  readonly until: number;
  /** IDs of the folders that were there already, although their times are not before `since`. */
  readonly before: readonly string[];
  /** IDs of the folders that have arrived and matched, each of which was watched. */
  readonly arrived: readonly string[];
}

/**
 * Whether the server says that a folder was created after a wait began, and did not have it before, and it has not arrived
 * yet. One without a time is not known to be new.
 */
export function mayArrive({ id, createdAt }: OzFolder, { since, before, arrived }: Wait): boolean {
  const isNew = createdAt !== undefined && createdAt >= since && !before.includes(id);
  return isNew && !arrived.includes(id);
}

/**
 * @param folders as they were read, in any order
 * @returns the new ones among them that match and have not arrived before, oldest first, and no more than the wait may have
 */
export function arrivalsAmong(folders: readonly OzFolder[], wait: Wait): readonly OzFolder[] {
  const { filter, since, once, arrived } = wait;
  const matches = matcher(filter, timeRangeOf(filter.created, since));
  const most = once ? 1 : MAX_ARRIVALS;
  return folders
    .filter((folder) => mayArrive(folder, wait) && matches(folder))
    .sort((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0))
    .slice(0, Math.max(0, most - arrived.length));
}

/** @returns whether a wait has all the folders that it may have */
export function isFull({ once, arrived }: Wait): boolean {
  return arrived.length >= (once ? 1 : MAX_ARRIVALS);
}
