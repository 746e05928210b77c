import type { Folder } from "../data/folder";
import type { Ids } from "../data/ids";
import type { Snapshot } from "../data/snapshot";
import { type Sequence, byTime } from "./byTime";
import type { FolderFilters } from "./filters";
import type { Paging } from "./paging";
import { sorted } from "./sorted";
import type { Sorter } from "./sorting";

export interface Selection {
  /** null when it was not wanted. */
  readonly total: number | null;
  readonly folders: readonly Folder[];
}

/**
 * Filters, sorts and cuts out a page. By time and with bounds of time alone, only the folders of the page are looked
 * at; other filters look at the folders within the bounds, up to the end of the page where no total is wanted; another
 * order needs all within the bounds.
 */
export function select(
  snapshot: Snapshot,
  { times, others }: FolderFilters,
  sorting: readonly Sorter[],
  paging: Paging,
  ids: Ids,
): Selection {
  const inRange = byTime(snapshot, times, sorting, ids);
  const matches = (folder: Folder): boolean => others.every((filter) => filter(folder));
  const field = sorting[0]?.field;
  if (field !== "time_created" && field !== "time_updated") {
    const positions = Array.from({ length: inRange.count }, (_, i) => inRange.at(i));
    const matching = positions.filter((position) => matches(snapshot.folder(position)));
    const all = sorted(snapshot, matching, sorting, ids);
    return page(snapshot, { count: all.length, at: (i) => all[i] ?? 0 }, paging);
  }
  return others.length === 0 ? page(snapshot, inRange, paging) : walk(snapshot, inRange, matches, paging);
}

function page(snapshot: Snapshot, { count, at }: Sequence, paging: Paging): Selection {
  const folders: Folder[] = [];
  for (let i = paging.offset; i < Math.min(endOf(paging), count); i++) folders.push(snapshot.folder(at(i)));
  return { total: paging.totalOmit ? null : count, folders };
}

function walk(
  snapshot: Snapshot,
  { count, at }: Sequence,
  matches: (folder: Folder) => boolean,
  paging: Paging,
): Selection {
  const folders: Folder[] = [];
  const end = endOf(paging);
  let total = 0;
  for (let i = 0; i < count && !(paging.totalOmit && total >= end); i++) {
    const folder = snapshot.folder(at(i));
    if (!matches(folder)) continue;
    if (total >= paging.offset && total < end) folders.push(folder);
    total++;
  }
  return { total: paging.totalOmit ? null : total, folders };
}

function endOf({ offset, limit }: Paging): number {
  return limit === -1 ? Infinity : offset + limit;
}
