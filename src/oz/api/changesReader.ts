import { OzError } from "../http/ozError";
import type { OzFolder, FolderPage } from "../model/folder";
import type { PageRequest } from "./folderRequests";

/** Servers may store a change some moments after its time, so changes this close to the last known one are read again. */
const OVERLAP = 10_000;

/** Folders in the first request, and the factor by which each further one grows. */
const FIRST_LIMIT = 5;
const GROWTH = 5;
/** A reply with this many folders, about 8 MB, stays within `MAX_VALUES`. */
const MAX_LIMIT = 200;

/** Beyond this many changes the whole list is read again instead. */
const MAX_CHANGES = 600;

/** One request on the way from the newest change to the latest known one. */
interface ChangesStep {
  readonly offset: number;
  readonly limit: number;
}

/** The changed folders, or that they cannot be known: from this server, or because there are too many. */
export type Changes = readonly OzFolder[] | "unknown";

/**
 * Reads from one server what has changed, newest first, until it reaches a known change. Servers of other versions may
 * reject the bound in time, ignore the order or send no times; each is found out only once.
 */
export class ChangesReader {
  private rejectsBound = false;
  private ignoresOrder = false;
  private lastCount = 0;

  /** @param list requests a page; rejects with an `OzError` */
  constructor(
    private readonly list: (request: PageRequest, signal: AbortSignal | undefined) => Promise<FolderPage>,
  ) {}

  /**
   * @param latestChange time of the latest known change, in epoch milliseconds of the server's clock; undefined reads
   * only the newest change
   * @throws OzError
   */
  async read(latestChange: number | undefined, signal?: AbortSignal): Promise<Changes> {
    const since = changesSince(latestChange);
    const changes: OzFolder[] = [];
    let step = since === undefined ? { offset: 0, limit: 1 } : firstStep(this.lastCount);
    if (this.ignoresOrder) return "unknown";
    for (;;) {
      const page = await this.request(step, since, signal);
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

  /** @returns undefined if the server rejects the order, too */
  private async request(
    step: ChangesStep,
    since: number | undefined,
    signal: AbortSignal | undefined,
  ): Promise<FolderPage | undefined> {
    const page = { ...step, order: "lastChanged" } as const;
    if (!this.rejectsBound) {
      const bounded = { ...page, changedSince: since };
      const reply = await this.list(bounded, signal).catch(undefinedIfRejected);
      if (reply) return reply;
      this.rejectsBound = true;
    }
    return this.list(page, signal).catch(undefinedIfRejected);
  }
}

function undefinedIfRejected(error: unknown): undefined {
  if (error instanceof OzError && error.reason === "badRequest") return undefined;
  throw error;
}

/** @returns the time from which changes are requested, in epoch milliseconds; undefined for only the newest one */
function changesSince(latestChange: number | undefined): number | undefined {
  return latestChange === undefined ? undefined : latestChange - OVERLAP;
}

/**
 * @param lastCount how many folders the last reading found. They may lie within `OVERLAP` and be found again, which then
 * takes one request
 */
function firstStep(lastCount: number): ChangesStep {
  const limit = lastCount < FIRST_LIMIT ? FIRST_LIMIT : lastCount + FIRST_LIMIT;
  return { offset: 0, limit: Math.min(limit, MAX_LIMIT) };
}

/** @returns the next request; undefined if too much has changed to go on */
function nextStep({ offset, limit }: ChangesStep): ChangesStep | undefined {
  const next = { offset: offset + limit, limit: Math.min(limit * GROWTH, MAX_LIMIT) };
  return next.offset >= MAX_CHANGES ? undefined : next;
}

/**
 * @param since epoch milliseconds
 * @returns the folders that changed since then: the server may truncate the bound to the day (section 4.5 of oz-api.md).
 * A folder without a time may have changed at any.
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
