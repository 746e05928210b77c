import type { OzFolder } from "../../oz/model/folder";

/** The order of the list: newest first; for equal times the greater ID first, as on the server. */
export function compareNewestFirst(a: OzFolder, b: OzFolder): number {
  const times = (b.createdAt ?? 0) - (a.createdAt ?? 0);
  if (times !== 0) return times;
  return a.id === b.id ? 0 : a.id < b.id ? 1 : -1;
}

/**
 * @param order newest first
 * @returns how many folders precede the folder, plus one if it is among them
 */
export function countTo(order: readonly OzFolder[], folder: OzFolder): number {
  const place = placeOf(order, folder);
  return order[place]?.id === folder.id ? place + 1 : place;
}

/**
 * @param order newest first
 * @returns the index of the folder, or where it would be inserted
 */
export function placeOf(order: readonly OzFolder[], folder: OzFolder): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = order[middle];
    if (other && compareNewestFirst(other, folder) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
