import type { OzFolder } from "../oz/folder";

/** The order of the list: newest first, and for equal times the greater id first, as the server breaks ties. */
export function compareNewestFirst(a: OzFolder, b: OzFolder): number {
  const times = (b.createdAt ?? 0) - (a.createdAt ?? 0);
  if (times !== 0) return times;
  return a.id === b.id ? 0 : a.id < b.id ? 1 : -1;
}
