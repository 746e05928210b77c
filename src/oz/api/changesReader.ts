import { OzError } from "../http/ozError";
import type { OzFolder, FolderPage } from "../model/folder";
import type { PageRequest } from "./folderRequests";

/** Milliseconds before the latest known change from which changes are read again, as servers may store a change late. */
const OVERLAP = 10_000;

/** Folders in the first request. */
const FIRST_LIMIT = 5;

/** Factor by which each further request is larger. */
const GROWTH = 5;

/** A reply with this many folders, about 8 MB, stays within `MAX_VALUES`. */
const MAX_LIMIT = 200;

/** Above this many changes, the first page of the list is read instead. */
const MAX_CHANGES = 600;

/** One request on the way from the newest change to the latest known one. */
interface ChangesStep {
  readonly offset: number;
  readonly limit: number;
}

/** The changed folders; "unknown" if the server cannot list them or there are too many. */
export type Changes = readonly OzFolder[] | "unknown";

/**
 * Reads the changed folders of one server, newest change first, until it reaches a known change. Some versions reject the
 * time bound, ignore the order or send no times; the reader remembers that about its server.
 */
export class ChangesReader {
  private rejectsBound = false;
  private ignoresOrder = false;
  /** How many folders the last call found. */
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
      const isLastPage = page.folders.length + page.skipped < step.limit;
      if (since === undefined || isLastPage || fresh.length < page.folders.length) break;
      const next = nextStep(step);
      if (!next) return "unknown";
      step = next;
    }
    this.lastCount = changes.length;
    return changes;
  }

  /** @returns undefined if the server rejects the order as well */
  private async request(
    step: ChangesStep,
    since: number | undefined,
    signal: AbortSignal | undefined,
  ): Promise<FolderPage | undefined> {
    const page = { ...step, order: "lastChanged" } as const;
    if (!this.rejectsBound) {
      const bounded = { ...page, changedSince: since };
      const reply = await this.list(bounded, signal).catch(undefinedIfBadRequest);
      if (reply) return reply;
      this.rejectsBound = true;
    }
    return this.list(page, signal).catch(undefinedIfBadRequest);
  }
}

function undefinedIfBadRequest(error: unknown): undefined {
  if (error instanceof OzError && error.reason === "badRequest") return undefined;
  throw error;
}

/** @returns the time from which changes are requested, in epoch milliseconds; undefined for only the newest one */
function changesSince(latestChange: number | undefined): number | undefined {
  return latestChange === undefined ? undefined : latestChange - OVERLAP;
}

/**
 * @param lastCount how many folders the last call found. They may be within `OVERLAP` and come again, and should then fit
 * in one request
 */
function firstStep(lastCount: number): ChangesStep {
  const limit = lastCount < FIRST_LIMIT ? FIRST_LIMIT : lastCount + FIRST_LIMIT;
  return { offset: 0, limit: Math.min(limit, MAX_LIMIT) };
}

/** @returns the next request; undefined above `MAX_CHANGES` */
function nextStep({ offset, limit }: ChangesStep): ChangesStep | undefined {
  const next = { offset: offset + limit, limit: Math.min(limit * GROWTH, MAX_LIMIT) };
  return next.offset >= MAX_CHANGES ? undefined : next;
}

/**
 * @param since epoch milliseconds
 * @returns the folders that changed since then, as the server may truncate the bound to the day (section 4.5 of
 * oz-api.md). A folder without a time may have changed at any time, so it is included
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
