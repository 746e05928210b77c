import type { PageRequest } from "../../oz/api/folderRequests";
import { rowsOf, type FolderPage } from "../../oz/model/folder";

/** Requests on the way to one page; then the list is read from its beginning. */
const MAX_STEPS = 8;

/** Rows by which each step back goes further than the one before. */
const STEP_BACK = 50;

/**
 * Reads the page after known rows of the server's list. It begins with the last of them, because the list moves: where
 * folders have left it, the page would begin too late, so it is read from further up until it has a known row; where
 * others have joined it, the page may hold only known rows, so it is read from further down.
 * @param read requests a page
 * @param next how many rows are known, and how many more to read
 * @param isKnown whether a folder is among the known rows
 * @throws OzError
 */
export async function readNextPage(
  read: (request: PageRequest) => Promise<FolderPage>,
  { offset, limit }: PageRequest,
  isKnown: (id: string) => boolean,
): Promise<FolderPage> {
  let from = Math.max(0, offset - 1);
  let before: FolderPage | undefined;
  for (let step = 1; step < MAX_STEPS; step++) {
    const page = await read({ offset: from, limit: from === 0 ? limit : limit + 1 });
    const known = page.folders.filter(({ id }) => isKnown(id)).length;
    // Two pages end here, so the list does, even if its total says otherwise.
    if (before && rowsOf(page) === 0 && before.offset + rowsOf(before) === from)
      return { ...before, isLast: true };
    before = page;
    if (from > 0 && known === 0) from = Math.max(0, from - STEP_BACK * step);
    else if (known > 0 && known === page.folders.length && !page.isLast)
      from += Math.max(1, rowsOf(page) - 1);
    else return page;
  }
  return await read({ offset: 0, limit });
}
