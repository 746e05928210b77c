import type { PageRequest } from "../../oz/api/folderRequests";
import { rowsOf, type OzFolder, type FolderPage } from "../../oz/model/folder";
import { compareNewestFirst, isNewestFirst } from "../store/newestFirst";
import { readNextPage } from "../store/nextPage";

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
 * @param page the next page, see `readNextPage`
 * @param earliest epoch milliseconds; folders created before that do not match
 */
export function scanPage({ checked, oldest }: Scan, page: FolderPage, earliest: number): Scan {
  const last = page.folders.at(-1);
  const isPast = (last?.createdAt ?? Infinity) < earliest && isNewestFirst(page.folders);
  return {
    offset: page.offset + rowsOf(page),
    checked: new Set([...checked, ...page.folders.map(({ id }) => id)]),
    oldest: last ?? oldest,
    complete: page.isLast || isPast,
  };
}

/** A page that a scan has read. */
export interface ScannedPage {
  /** The scan after it. */
  readonly scan: Scan;
  /** Its folders that were not checked before, each once. If there are none, going on would never end. */
  readonly fresh: readonly OzFolder[];
  /** See `FolderPage`. */
  readonly skipped: number;
}

/**
 * Reads the next page of a scan.
 * @param read requests a page
 * @param limit how many folders to ask for
 * @param earliest see `scanPage`
 * @throws OzError
 */
export async function scanNext(
  scan: Scan,
  read: (request: PageRequest) => Promise<FolderPage>,
  limit: number,
  earliest: number,
): Promise<ScannedPage> {
  const page = await readNextPage(read, { offset: scan.offset, limit }, (id) => scan.checked.has(id));
  const unchecked = page.folders.filter(({ id }) => !scan.checked.has(id));
  // By ID, as a server may send one twice.
  const fresh = new Map(unchecked.map((folder) => [folder.id, folder]));
  return { scan: scanPage(scan, page, earliest), fresh: [...fresh.values()], skipped: page.skipped };
}

/** @returns whether the scan has gone past the place of a folder in the list */
export function hasPassed({ complete, oldest }: Scan, folder: OzFolder): boolean {
  return complete || (oldest !== undefined && compareNewestFirst(folder, oldest) <= 0);
}
