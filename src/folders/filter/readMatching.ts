import type { Clock } from "../../base/clock";
import { MAX_READ_FOLDERS } from "../../base/limits";
import { inSlices } from "../../base/slices";
import type { PageRequest } from "../../oz/api/folderRequests";
import { OzError } from "../../oz/http/ozError";
import type { FolderPage, OzFolder } from "../../oz/model/folder";
import { PAGE_SIZE, type FolderReader } from "../store/folderReader";
import { compareNewestFirst, type Placed } from "../store/newestFirst";
import { askAgain } from "./askAgain";
import { FilteredPages } from "./filteredPages";
import { isEmpty, type FolderFilter } from "./folderFilter";
import { matcher } from "./matches";
import { NOTHING_SCANNED, scanNext, type ScannedPage } from "./scan";
import { serverFilters, unaskedConditions } from "./serverFilters";
import { timeRangeOf } from "./timeRange";

/** How far a read has come. */
export interface ReadProgress {
  /** How many of the folders that the server sent were checked. */
  readonly checked: number;
  /** How many of them match; all, if the filter has no conditions. */
  readonly matches: number;
  /** How many folders the server has in all; undefined if it did not say, or with a filter. */
  readonly total: number | undefined;
}

/** What was read of the folders that match a filter. */
export interface MatchingRead<T> extends ReadProgress {
  /** What `take` made of each matching folder, newest first. */
  readonly items: readonly T[];
  /** Whether the server's list was read as far as folders can match; else older ones may be missing. */
  readonly reachedEnd: boolean;
  /** Whether the list has entries that cannot be read as folders: they may match as well. */
  readonly hasUnreadable: boolean;
  /** When the oldest checked folder was created, in epoch milliseconds. */
  readonly checkedBackTo: number | undefined;
  /** Why it ended early, after some pages; undefined if nothing failed. */
  readonly failure: OzError | undefined;
  /** The conditions that the server could not be asked for, or has refused: they were only checked here. */
  readonly unasked: FolderFilter;
}

export interface ReadOptions<T> {
  /** By the server's time, from which a relative period counts. */
  readonly clock: Clock;
  /** What to keep of a matching folder. Whoever keeps the folder keeps all of its JSON, perhaps 100 kB. */
  readonly take: (folder: OzFolder) => T;
  /** Ends the read at once; its reason is an `OzError`. */
  readonly cancel: AbortSignal;
  /** Called after each page, and when a page has failed and is asked for again after a wait. */
  readonly onProgress?: (progress: ReadProgress, isWaiting: boolean) => void;
  /** Ends the read when so many folders match. */
  readonly maxMatches?: number;
}

/**
 * Reads the folders that match a filter page by page, as a filter of the list does, but no more than `MAX_READ_FOLDERS`.
 * Stores nothing: the JSON of so many folders would fill the memory, and all of them would become rows that are polled.
 * Pages after the first one are asked for again, see `askAgain`, and what was read is kept if that fails too. The first one
 * is not: nothing would be lost, and the user wants to know at once.
 * @param filter without conditions, every folder matches
 * @throws OzError if the first page cannot be read, if cancelled, and if another connection is shown meanwhile
 */
export async function readMatching<T>(
  {
    reader,
    random,
  }: { readonly reader: Pick<FolderReader, "readPage" | "shown">; readonly random: () => number },
  filter: FolderFilter,
  { clock, take, cancel, onProgress, maxMatches = Infinity }: ReadOptions<T>,
): Promise<MatchingRead<T>> {
  const { shown } = reader;
  const range = timeRangeOf(filter.created, clock.now());
  const matches = matcher(filter, range);
  const pages = new FilteredPages(reader, serverFilters(filter, range));
  let total: number | undefined;
  const readOnce = async (request: PageRequest): Promise<FolderPage> => {
    shown.throwIfAborted();
    if (!isEmpty(filter)) return pages.read(request, cancel);
    // Only the plain list has a total.
    const page = await reader.readPage(request, cancel);
    total = page.totalCount ?? total;
    return page;
  };

  const found: { readonly placed: Placed; readonly item: T }[] = [];
  let scan = NOTHING_SCANNED;
  let hasUnreadable = false;
  let failure: OzError | undefined;
  const progress = (): ReadProgress => ({ checked: scan.checked.size, matches: found.length, total });
  const onWait = (): void => onProgress?.(progress(), true);
  const read = (request: PageRequest): Promise<FolderPage> =>
    scan.checked.size === 0
      ? readOnce(request)
      : askAgain(() => readOnce(request), { clock, random, signals: [cancel, shown], onWait });
  while (!scan.complete && scan.checked.size < MAX_READ_FOLDERS && found.length < maxMatches) {
    const limit = Math.min(PAGE_SIZE, MAX_READ_FOLDERS - scan.checked.size);
    let page: ScannedPage;
    try {
      page = await scanNext(scan, read, limit, range.from ?? -Infinity);
    } catch (error) {
      const isOver = scan.checked.size === 0 || cancel.aborted || shown.aborted;
      if (isOver || !(error instanceof OzError)) throw error;
      failure = error;
      break;
    }
    scan = page.scan;
    hasUnreadable ||= page.skipped > 0;
    const keep = (folder: OzFolder): void => {
      if (!matches(folder)) return;
      const { id, createdAt } = folder;
      found.push({ placed: { id, createdAt }, item: take(folder) });
    };
    await inSlices(page.fresh, keep, clock, cancel);
    onProgress?.(progress(), false);
    if (page.fresh.length === 0) break;
  }
  found.sort((a, b) => compareNewestFirst(a.placed, b.placed));
  const isCut = found.length > maxMatches;
  return {
    ...progress(),
    matches: Math.min(found.length, maxMatches),
    items: found.slice(0, maxMatches).map(({ item }) => item),
    reachedEnd: scan.complete && !isCut,
    hasUnreadable,
    checkedBackTo: scan.oldest?.createdAt,
    failure,
    unasked: unaskedConditions(filter, pages.filter),
  };
}
