import type { FolderPage, OzFolder } from "../../oz/model/folder";
import { isNewestFirst } from "./newestFirst";

/**
 * Tells which folders a page of the list proves to be gone: those that belong between two of its rows. One created at
 * the same time as its first or last row may be on the page before or after it, so nothing is known of it.
 * @param loaded folders that may belong there
 * @returns none if the page is out of order, or has rows that could not be read, have no times or repeat another one's ID
 */
export function absentFrom(page: FolderPage, loaded: readonly OzFolder[]): readonly OzFolder[] {
  const times = page.folders.flatMap(({ createdAt }) => createdAt ?? []);
  if (page.skipped > 0 || times.length < page.folders.length || !isNewestFirst(page.folders)) return [];
  if (times.length === 0 && page.totalCount !== 0) return [];
  const onPage = new Set(page.folders.map(({ id }) => id));
  if (onPage.size < page.folders.length) return [];
  const newest = page.offset === 0 ? Infinity : (times[0] ?? -Infinity);
  const oldest = page.isLast ? -Infinity : (times.at(-1) ?? Infinity);
  return loaded.filter(
    ({ id, createdAt }) =>
      !onPage.has(id) && createdAt !== undefined && createdAt < newest && createdAt > oldest,
  );
}
