import type { IdCodec } from "../data/idCodec";
import type { SandboxFolder } from "../data/sandboxFolder";
import type { Snapshot } from "../data/snapshot";
import type { ListFilters } from "./filters";
import { foldersByTime, type Sequence } from "./foldersByTime";
import type { Paging } from "./paging";
import { sortPositions, type Sorter } from "./sorting";

export interface Selection {
  /** null if the request omits it. */
  readonly total: number | null;
  readonly folders: readonly SandboxFolder[];
}

/**
 * Filters, sorts and pages. If sorted by time and filtered only by time, generates only the folders of the page. With other
 * filters, generates all folders within the time bounds, or up to the end of the page if the total is omitted. In any
 * other order, generates all folders within the bounds.
 */
export function select(
  snapshot: Snapshot,
  { times, others }: ListFilters,
  sorting: readonly Sorter[],
  paging: Paging,
  ids: IdCodec,
): Selection {
  const inRange = foldersByTime(snapshot, times, sorting, ids);
  const matches = (folder: SandboxFolder): boolean => others.every((filter) => filter(folder));
  const field = sorting[0]?.field;
  if (field !== "time_created" && field !== "time_updated") {
    const positions = Array.from({ length: inRange.count }, (_, i) => inRange.at(i));
    const matching = positions.filter((position) => matches(snapshot.folder(position)));
    const all = sortPositions(snapshot, matching, sorting, ids);
    return pageOf(snapshot, { count: all.length, at: (i) => all[i] ?? 0 }, paging);
  }
  return others.length === 0
    ? pageOf(snapshot, inRange, paging)
    : filterPage(snapshot, inRange, matches, paging);
}

function pageOf(snapshot: Snapshot, { count, at }: Sequence, paging: Paging): Selection {
  const folders: SandboxFolder[] = [];
  for (let i = paging.offset; i < Math.min(endOf(paging), count); i++) folders.push(snapshot.folder(at(i)));
  return { total: paging.totalOmit ? null : count, folders };
}

function filterPage(
  snapshot: Snapshot,
  { count, at }: Sequence,
  matches: (folder: SandboxFolder) => boolean,
  paging: Paging,
): Selection {
  const folders: SandboxFolder[] = [];
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
