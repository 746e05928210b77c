import { MAX_CHANGED_ROWS, MAX_CHANGES } from "../../base/limits";
import { OzError } from "../http/ozError";
import { rowsOf, type FolderPage, type OzFolder } from "../model/folder";
import type { PageRequest } from "./folderRequests";

/** Folders in the first request. */
const FIRST_LIMIT = 5;

/** Factor by which each further request is larger. */
const GROWTH = 5;

/** Milliseconds after which a request that the server refused is tried again: it may have been a passing failure. */
const TRY_AGAIN = 600_000;

/** The changed folders; "unknown" if the server cannot list them, only the latest one from `MAX_CHANGES` on. */
export type Changes = readonly OzFolder[] | "unknown" | { readonly latestOfTooMany: OzFolder };

/** What a server refuses or does wrong; it is remembered, as it costs a request each time. */
type Shortcoming = "bound" | "order";

/**
 * Reads the changed folders of one server, latest change first, until it reaches those from before. Some versions reject
 * the time bound or read it in a zone of their own, ignore the order or send no times.
 */
export class ChangesReader {
  private readonly found = new Map<Shortcoming, number>();
  /** How many folders the last call found. */
  private lastCount = 0;

  /**
   * @param list requests a page; rejects with an `OzError`
   * @param elapsed see `Clock`, to try again what was refused long ago
   */
  constructor(
    private readonly list: (request: PageRequest, signal: AbortSignal | undefined) => Promise<FolderPage>,
    private readonly elapsed: () => number,
  ) {}

  /**
   * @param since epoch milliseconds of the server's clock, before the latest known change; undefined reads only the
   * latest change
   * @returns the folders that have changed since then; if there are none, the latest ones, as the latest known change is
   * then no longer on the server, or was not read from it
   * @throws OzError
   */
  async read(since: number | undefined, signal?: AbortSignal): Promise<Changes> {
    if (this.has("order")) return "unknown";
    const changes: OzFolder[] = [];
    let step = { offset: 0, limit: since === undefined ? 1 : firstLimit(this.lastCount) };
    while (step.offset < MAX_CHANGES) {
      const page = await this.request(step, since, signal);
      if (!page) return "unknown";
      const fresh = since === undefined ? page.folders : changedSince(page.folders, since);
      changes.push(...fresh);
      if (since === undefined || page.isLast || fresh.length < page.folders.length) {
        this.lastCount = changes.length;
        return changes.length === 0 ? page.folders : changes;
      }
      step = { offset: step.offset + rowsOf(page), limit: Math.min(step.limit * GROWTH, MAX_CHANGED_ROWS) };
    }
    const [latestOfTooMany] = changes;
    return latestOfTooMany ? { latestOfTooMany } : "unknown";
  }

  /** @returns undefined if the server cannot list folders by their last change */
  private async request(
    step: { readonly offset: number; readonly limit: number },
    since: number | undefined,
    signal: AbortSignal | undefined,
  ): Promise<FolderPage | undefined> {
    const page = { ...step, order: "lastChanged" } as const;
    if (since !== undefined && !this.has("bound")) {
      const bounded = await this.list({ ...page, changedSince: since }, signal).catch(undefinedIfRefused);
      // The latest known change is among them, unless the server misreads the bound.
      if (bounded && (step.offset > 0 || changedSince(bounded.folders, since).length > 0)) {
        return this.ifInOrder(bounded, since);
      }
      const unbounded = await this.ifListed(page, since, signal);
      const isBoundWrong = !bounded || changedSince(unbounded?.folders ?? [], since).length > 0;
      if (isBoundWrong && unbounded) this.found.set("bound", this.elapsed());
      return unbounded;
    }
    return this.ifListed(page, since, signal);
  }

  private async ifListed(
    page: PageRequest,
    since: number | undefined,
    signal: AbortSignal | undefined,
  ): Promise<FolderPage | undefined> {
    return this.ifInOrder(await this.list(page, signal).catch(undefinedIfRefused), since);
  }

  private ifInOrder(page: FolderPage | undefined, since: number | undefined): FolderPage | undefined {
    const isTimed = since !== undefined || page?.folders.every(({ updatedAt }) => updatedAt !== undefined);
    if (page && isTimed && isInOrderOfChange(page.folders)) return page;
    this.found.set("order", this.elapsed());
    return undefined;
  }

  private has(shortcoming: Shortcoming): boolean {
    return this.elapsed() < (this.found.get(shortcoming) ?? -Infinity) + TRY_AGAIN;
  }
}

/** Only 400 refuses a parameter: a 408 or a proxy's 403 says nothing about what the server can do. */
function undefinedIfRefused(error: unknown): undefined {
  if (error instanceof OzError && error.status === 400) return undefined;
  throw error;
}

/** @param lastCount how many folders the last call found: they may come again, and should then fit in one request */
function firstLimit(lastCount: number): number {
  return Math.min(lastCount < FIRST_LIMIT ? FIRST_LIMIT : lastCount + FIRST_LIMIT, MAX_CHANGED_ROWS);
}

/**
 * @param since epoch milliseconds
 * @returns the folders that changed since then, as the server may cut the bound to the day (section 4.5 of oz-api.md). A
 * folder without a time may have changed at any time, so it is included
 */
function changedSince(folders: readonly OzFolder[], since: number): readonly OzFolder[] {
  return folders.filter(({ updatedAt }) => updatedAt === undefined || updatedAt >= since);
}

/** @returns whether the newest change is first, as requested; otherwise the server does not support that order */
function isInOrderOfChange(folders: readonly OzFolder[]): boolean {
  return folders.every(
    ({ updatedAt = 0 }, index) => updatedAt <= (folders[index - 1]?.updatedAt ?? Infinity),
  );
}
