import { OzError } from "../http/errors";
import type { OzFolder } from "../model/folder";
import type { FolderPage } from "../model/page";
import type { PageRequest } from "./folderRequests";

/** Servers may write a change some moments after its time: what is that near to the last known one is looked at again. */
const OVERLAP = 10_000;

/** What the server is asked first, and by how much more when that was not enough. */
const FIRST_LIMIT = 5;
const GROWTH = 5;
/** A reply with so many folders, about 8 MB, is within `MOST_VALUES`. */
const LARGEST_LIMIT = 200;

/** More changes than this are not followed one by one: then the list is read anew. */
const MOST_CHANGES = 600;

/** One request on the way from the newest change to what is known. */
interface ChangesStep {
  readonly offset: number;
  readonly limit: number;
}

/** What has changed: the folders, or that it cannot be told by this server or in this case. */
export type Changes = readonly OzFolder[] | "unknown";

/**
 * Asks one server what has changed, newest change first, until it meets what is known. Servers of other versions may
 * refuse the bound in time, ignore the order or tell no times; all that is found out once.
 */
export class ChangesReader {
  private refusesBound = false;
  private ignoresOrder = false;
  private lastCount = 0;

  /** @param list asks for a page; rejects with an `OzError` */
  constructor(
    private readonly list: (request: PageRequest, signal: AbortSignal | undefined) => Promise<FolderPage>,
  ) {}

  /**
   * @param latestChange up to when changes are known, in epoch milliseconds of the server's clock
   * @throws OzError
   */
  async read(latestChange: number | undefined, signal?: AbortSignal): Promise<Changes> {
    const since = changesSince(latestChange);
    const changes: OzFolder[] = [];
    let step = since === undefined ? { offset: 0, limit: 1 } : firstStep(this.lastCount);
    if (this.ignoresOrder) return "unknown";
    for (;;) {
      const page = await this.ask(step, since, signal);
      const isTimed = since !== undefined || page?.folders.every(({ updatedAt }) => updatedAt !== undefined);
      if (!page || !isTimed || !isInOrderOfChange(page.folders)) {
        this.ignoresOrder = true;
        return "unknown";
      }
      const fresh = since === undefined ? page.folders : changedSince(page.folders, since);
      changes.push(...fresh);
      const isEnd = page.folders.length + page.skipped < step.limit;
      if (since === undefined || isEnd || fresh.length < page.folders.length) break;
      const next = nextStep(step);
      if (!next) return "unknown";
      step = next;
    }
    this.lastCount = changes.length;
    return changes;
  }

  /** @returns undefined when the server refuses the order, too */
  private async ask(
    step: ChangesStep,
    since: number | undefined,
    signal: AbortSignal | undefined,
  ): Promise<FolderPage | undefined> {
    const request = { ...step, order: "lastChanged" } as const;
    if (!this.refusesBound) {
      const bound = { ...request, changedSince: since };
      const page = await this.list(bound, signal).catch(refusedToNothing);
      if (page) return page;
      this.refusesBound = true;
    }
    return this.list(request, signal).catch(refusedToNothing);
  }
}

function refusedToNothing(error: unknown): undefined {
  if (error instanceof OzError && error.reason === "badRequest") return undefined;
  throw error;
}

/** @returns from when on changes are asked for, in epoch milliseconds; undefined for the latest one only */
function changesSince(latestChange: number | undefined): number | undefined {
  return latestChange === undefined ? undefined : latestChange - OVERLAP;
}

/**
 * @param lastCount how many folders the last look has found: they may be so near to the last known change that they are
 * found again, and again in one request
 */
function firstStep(lastCount: number): ChangesStep {
  const limit = lastCount < FIRST_LIMIT ? FIRST_LIMIT : lastCount + FIRST_LIMIT;
  return { offset: 0, limit: Math.min(limit, LARGEST_LIMIT) };
}

/** @returns the request that follows; undefined when too much has changed to go on */
function nextStep({ offset, limit }: ChangesStep): ChangesStep | undefined {
  const next = { offset: offset + limit, limit: Math.min(limit * GROWTH, LARGEST_LIMIT) };
  return next.offset >= MOST_CHANGES ? undefined : next;
}

/**
 * @param since epoch milliseconds
 * @returns the folders that changed since then. The server may have cut the bound to the day (section 4.5 of
 * oz-api.md), and a folder without a time may have changed at any.
 */
function changedSince(folders: readonly OzFolder[], since: number): readonly OzFolder[] {
  return folders.filter(({ updatedAt }) => updatedAt === undefined || updatedAt >= since);
}

/** @returns whether the newest change comes first, as it was asked for; else the server does not know that order */
function isInOrderOfChange(folders: readonly OzFolder[]): boolean {
  return folders.every(
    ({ updatedAt = 0 }, index) => updatedAt <= (folders[index - 1]?.updatedAt ?? Infinity),
  );
}
