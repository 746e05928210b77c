import type { OzFolder, FolderPage } from "../../oz/model/folder";
import { PAGE_SIZE } from "../store/folderReader";
import { compareNewestFirst } from "../store/newestFirst";

/** How far a search has gone through the server's list, newest first. */
export interface Scan {
  /** Where the next page begins on the server. */
  readonly offset: number;
  /** The IDs of the folders that were checked. */
  readonly checked: ReadonlySet<string>;
  /** The oldest folder that was checked. */
  readonly oldest: OzFolder | undefined;
  /** Whether no older folder can match. */
  readonly complete: boolean;
}

export const NOTHING_SCANNED: Scan = { offset: 0, checked: new Set(), oldest: undefined, complete: false };

/**
 * @param page the next page, with up to `PAGE_SIZE` rows
 * @param earliest epoch milliseconds; folders created before that do not match
 */
export function scanPage({ offset, checked, oldest }: Scan, page: FolderPage, earliest: number): Scan {
  const rows = page.folders.length + page.skipped;
  const last = page.folders.at(-1);
  const isPast = (last?.createdAt ?? Infinity) < earliest && isNewestFirst(page.folders);
  return {
    offset: offset + rows,
    checked: new Set([...checked, ...page.folders.map(({ id }) => id)]),
    oldest: last ?? oldest,
    complete: rows < PAGE_SIZE || isPast,
  };
}

/** @returns whether the scan has gone past the place of a folder in the list */
export function hasPassed({ complete, oldest }: Scan, folder: OzFolder): boolean {
  return complete || (oldest !== undefined && compareNewestFirst(folder, oldest) <= 0);
}

/** Not all servers sort as requested. */
function isNewestFirst(folders: readonly OzFolder[]): boolean {
  return folders.every((folder, index) => {
    const before = folders[index - 1];
    return !before || (before.createdAt ?? 0) >= (folder.createdAt ?? 0);
  });
}
