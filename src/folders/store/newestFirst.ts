import type { OzFolder } from "../../oz/model/folder";

/** What decides about a folder's place in the list. */
export type Placed = Pick<OzFolder, "id" | "createdAt">;

/** Compares in the order of the list: newest first; for equal times the greater ID first, as on the server. */
export function compareNewestFirst(a: Placed, b: Placed): number {
  const times = (b.createdAt ?? 0) - (a.createdAt ?? 0);
  if (times !== 0) return times;
  return a.id === b.id ? 0 : a.id < b.id ? 1 : -1;
}

/** @returns whether a page is in the order that was requested: not all servers sort */
export function isNewestFirst(folders: readonly OzFolder[]): boolean {
  return folders.every(
    ({ createdAt = 0 }, index) => createdAt <= (folders[index - 1]?.createdAt ?? Infinity),
  );
}

/**
 * @param folders newest first
 * @returns how many folders are in front of the folder, plus one if it is in the list itself
 */
export function countUpTo(folders: readonly OzFolder[], folder: OzFolder): number {
  const index = insertionIndex(folders, folder);
  return folders[index]?.id === folder.id ? index + 1 : index;
}

/**
 * @param folders newest first
 * @returns the index of the folder, or where it would be inserted
 */
export function insertionIndex(folders: readonly OzFolder[], folder: OzFolder): number {
  let low = 0;
  let high = folders.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = folders[middle];
    if (other && compareNewestFirst(other, folder) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
