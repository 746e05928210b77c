import { STATUS_WORDS, readStatus } from "../../status/words";
import type { Ids } from "../data/ids";
import type { Folder, Snapshot } from "../data/world";
import type { Written } from "../scenarios/scenario";
import type { FolderFilter } from "./filters";
import type { Paging } from "./paging";
import type { Field, Sorter } from "./sorting";

export interface Selection {
  readonly total: number;
  readonly folders: readonly Folder[];
}

/** Positions in their order, the i-th one on demand. */
interface Order {
  readonly count: number;
  at(i: number): number;
}

/**
 * Filters, sorts and cuts out a page. Without filters and by time, only the folders of the page are looked at; else
 * all are, lightly.
 */
export function select(
  snapshot: Snapshot,
  filters: readonly FolderFilter[],
  sorting: readonly Sorter[],
  { offset, limit }: Paging,
  ids: Ids,
): Selection {
  const end = limit === -1 ? Infinity : offset + limit;
  const matches = (folder: Folder): boolean => filters.every((filter) => filter(folder));
  const byTime = orderByTime(snapshot, sorting, ids);
  if (!byTime) {
    const positions = sorted(snapshot, positionsWhere(snapshot, matches), sorting, ids);
    return {
      total: positions.length,
      folders: positions.slice(offset, end).map((position) => snapshot.folder(position)),
    };
  }
  const folders: Folder[] = [];
  if (filters.length === 0) {
    for (let i = offset; i < Math.min(end, byTime.count); i++) folders.push(snapshot.folder(byTime.at(i)));
    return { total: byTime.count, folders };
  }
  let total = 0;
  for (let i = 0; i < byTime.count; i++) {
    const folder = snapshot.folder(byTime.at(i));
    if (!matches(folder)) continue;
    if (total >= offset && total < end) folders.push(folder);
    total++;
  }
  return { total, folders };
}

/**
 * Positions run from the newest to the oldest, by creation and, among static folders, by last change too. Only
 * arrivals may overtake one another.
 */
function orderByTime(snapshot: Snapshot, sorting: readonly Sorter[], ids: Ids): Order | undefined {
  const [first] = sorting;
  if (first?.field !== "time_created" && first?.field !== "time_updated") return undefined;
  const { count, live } = snapshot;
  if (first.field === "time_created") {
    return { count, at: first.descending ? (i) => i : (i) => count - 1 - i };
  }
  const arrivals = sorted(
    snapshot,
    Array.from({ length: live }, (_, position) => position),
    sorting,
    ids,
  );
  return {
    count,
    at: first.descending ? (i) => arrivals[i] ?? i : (i) => arrivals[i - (count - live)] ?? count - 1 - i,
  };
}

function positionsWhere(snapshot: Snapshot, matches: (folder: Folder) => boolean): number[] {
  const positions: number[] = [];
  for (let position = 0; position < snapshot.count; position++) {
    if (matches(snapshot.folder(position))) positions.push(position);
  }
  return positions;
}

function sorted(
  snapshot: Snapshot,
  positions: readonly number[],
  sorting: readonly Sorter[],
  ids: Ids,
): number[] {
  const columns = sorting.map(({ field, descending }) => {
    const sign = descending ? -1 : 1;
    return Float64Array.from(positions, (position) => sign * key(snapshot.folder(position), field, ids));
  });
  const compare = (one: number, other: number): number => {
    for (const column of columns) {
      const a = column[one] ?? 0;
      const b = column[other] ?? 0;
      if (a !== b) return a < b ? -1 : 1;
    }
    return 0;
  };
  const order = Uint32Array.from(positions, (_, i) => i).sort(compare);
  return Array.from(order, (i) => positions[i] ?? 0);
}

function key(folder: Folder, field: Field, ids: Ids): number {
  switch (field) {
    case "time_created":
      return folder.created;
    case "time_updated":
      return folder.updated;
    case "folder_id":
      return ids.rank(folder);
    case "resolution_status":
      return wordRank(folder.played.status);
    case "system_resolution":
      return wordRank(folder.played.result);
  }
}

/** Words in the order of the document; a missing one last, as in the database. */
function wordRank(word: Written): number {
  const status = readStatus(typeof word === "string" ? word : undefined);
  if (status === undefined) return Infinity;
  return status === "UNKNOWN" ? STATUS_WORDS.length : STATUS_WORDS.indexOf(status);
}
