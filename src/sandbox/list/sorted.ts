import { KNOWN_STATUSES, readStatus } from "../../status/status";
import type { Folder } from "../data/folder";
import type { Ids } from "../data/ids";
import type { Snapshot } from "../data/snapshot";
import type { Written } from "../scenarios/scenario";
import type { Field, Sorter } from "./sorting";

/** @returns the positions in the order of all sorters, each folder looked at */
export function sorted(
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
  return status === "UNKNOWN" ? KNOWN_STATUSES.length : KNOWN_STATUSES.indexOf(status);
}
