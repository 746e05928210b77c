import { OzError } from "../http/ozError";
import { rowsOf, type FolderPage, type PageContent } from "../model/folder";
import type { PageRequest } from "./folderRequests";
import { ReadableLimit } from "./readableLimit";

/** The code with which the framework refuses a `limit` (section 4.2 of oz-api.md). */
const INVALID_VALUE = 4;

/** Pages are not made smaller than this, and no server is expected to. */
const MIN_LIMIT = 10;

/** Milliseconds: a server that sends a smaller page in this time was only busy when a larger one took too long. */
const QUICK = 2_000;

/** Milliseconds: after a smaller page that took no longer, one of twice the size is tried. */
const EASY = 5_000;

/**
 * Reads pages of one server's list in the size that the server allows: some send at most so many folders, whatever was
 * asked for, some refuse larger numbers, some need too long for them, and some have folders so large that fewer of them
 * fit in a reply that is read.
 */
export class FolderPages {
  /** The most folders that the server sends at once, as far as known. */
  private allowed = Infinity;
  /** The most folders that the server may send in time. */
  private inTime = Infinity;
  private readonly readable: ReadableLimit;
  /** The most folders that it has sent at once. */
  private largest = 0;

  /**
   * @param fetch requests one page; rejects with an `OzError`
   * @param elapsed see `Clock`, to measure how long a page takes
   */
  constructor(
    private readonly fetch: (request: PageRequest, signal: AbortSignal | undefined) => Promise<PageContent>,
    private readonly elapsed: () => number,
  ) {
    this.readable = new ReadableLimit(elapsed);
  }

  /**
   * @param request may ask for more folders than the server allows; the page then has fewer, and is not the last
   * @throws OzError
   */
  async read(request: PageRequest, signal?: AbortSignal): Promise<FolderPage> {
    for (;;) {
      const limit = Math.min(request.limit, this.allowed, this.inTime, this.readable.value);
      try {
        const page = await this.readOnce({ ...request, limit }, signal);
        if (!this.readable.read(limit, request.limit)) return page;
      } catch (error) {
        if (!(error instanceof OzError)) throw error;
        const smaller = Math.max(error.tooLarge ? 1 : MIN_LIMIT, Math.floor(limit / 2));
        if (error.tooLarge) this.readable.tooLarge(limit, smaller);
        if (smaller >= limit) throw error;
        if (error.tooLarge) continue;
        if (error.reason === "timeout") this.inTime = smaller;
        if (!isLimitRefused(error, request)) throw error;
        this.allowed = smaller;
      }
    }
  }

  private async readOnce(request: PageRequest, signal: AbortSignal | undefined): Promise<FolderPage> {
    const startedAt = this.elapsed();
    const content = await this.fetch(request, signal);
    const took = this.elapsed() - startedAt;
    if (took < EASY) this.inTime = took < QUICK ? Infinity : this.inTime * 2;
    const rows = rowsOf(content);
    this.largest = Math.max(this.largest, rows);
    const { offset, limit } = request;
    // Only of the plain list: other totals were not asked for, and a server may count all folders then.
    const totalCount = isPlain(request) ? plausibleTotal(content, offset) : undefined;
    const isLast =
      totalCount === undefined ? await this.isEnd(content, request, signal) : offset + rows >= totalCount;
    const isCut = totalCount !== undefined && !isLast && rows < limit && rows === this.largest;
    if (isCut) this.allowed = Math.max(rows, MIN_LIMIT);
    return { ...content, totalCount, offset, isLast };
  }

  /** Without a total, fewer folders than requested may mean that the server sent no more at once, so it is asked again. */
  private async isEnd(
    content: PageContent,
    request: PageRequest,
    signal: AbortSignal | undefined,
  ): Promise<boolean> {
    const rows = rowsOf(content);
    if (rows >= request.limit) return false;
    if (rows < MIN_LIMIT) return true;
    const limit = Math.min(MIN_LIMIT, this.readable.value);
    const next = await this.fetch({ ...request, offset: request.offset + rows, limit }, signal);
    const sent = new Set(content.folders.map(({ id }) => id));
    // A server that ignores the offset has sent all folders.
    return next.skipped === 0 && next.folders.every(({ id }) => sent.has(id));
  }
}

function isPlain({ order, filter }: PageRequest): boolean {
  return order !== "lastChanged" && !filter;
}

/** @returns the server's total, unless it is less than what it has sent */
function plausibleTotal(content: PageContent, offset: number): number | undefined {
  const rows = rowsOf(content);
  const { totalCount } = content;
  return totalCount !== undefined && rows > 0 && totalCount < offset + rows ? undefined : totalCount;
}

/** Where the server does not name what it refuses, filters and orders may be meant as well. */
function isLimitRefused({ status, errorCode, refused }: OzError, request: PageRequest): boolean {
  if (status !== 400) return false;
  return refused === "limit" || (errorCode === INVALID_VALUE && !refused && isPlain(request));
}
