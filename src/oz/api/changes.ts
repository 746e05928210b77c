import type { OzFolder } from "../model/folder";

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
export interface ChangesStep {
  readonly offset: number;
  readonly limit: number;
}

/** @returns from when on changes are asked for, in epoch milliseconds; undefined for the latest one only */
export function changesSince(latestChange: number | undefined): number | undefined {
  return latestChange === undefined ? undefined : latestChange - OVERLAP;
}

/**
 * @param lastCount how many folders the last look has found: they may be so near to the last known change that they are
 * found again, and again in one request
 */
export function firstStep(lastCount: number): ChangesStep {
  const limit = lastCount < FIRST_LIMIT ? FIRST_LIMIT : lastCount + FIRST_LIMIT;
  return { offset: 0, limit: Math.min(limit, LARGEST_LIMIT) };
}

/** @returns the request that follows; undefined when too much has changed to go on */
export function nextStep({ offset, limit }: ChangesStep): ChangesStep | undefined {
  const next = { offset: offset + limit, limit: Math.min(limit * GROWTH, LARGEST_LIMIT) };
  return next.offset >= MOST_CHANGES ? undefined : next;
}

/**
 * @param since epoch milliseconds
 * @returns the folders that changed since then. The server may have cut the bound to the day (section 4.5 of
 * oz-api.md), and a folder without a time may have changed at any.
 */
export function changedSince(folders: readonly OzFolder[], since: number): readonly OzFolder[] {
  return folders.filter(({ updatedAt }) => updatedAt === undefined || updatedAt >= since);
}

/** @returns whether the newest change comes first, as it was asked for; else the server does not know that order */
export function isInOrderOfChange(folders: readonly OzFolder[]): boolean {
  return folders.every(
    ({ updatedAt = 0 }, index) => updatedAt <= (folders[index - 1]?.updatedAt ?? Infinity),
  );
}
