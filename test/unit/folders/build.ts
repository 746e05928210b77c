import type { ConnectionFolders, FolderContext } from "../../../src/folders/store/connectionFolders";
import { readFolder, type OzFolder, type FolderPage } from "../../../src/oz/model/folder";
import { TestClock } from "../testClock";

/** @returns a folder ID that ends in the number */
export function idOf(number: number): string {
  return `7e7e7e7e-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

/**
 * A folder created as many seconds after the epoch as its number: greater is newer.
 * @param received the server's time of the reply, in seconds after the epoch
 */
export function folder(number: number, more: object = {}, received?: number): OzFolder {
  const json = { folder_id: idOf(number), time_created: number, analyses: [], ...more };
  const at = received === undefined ? undefined : received * 1000;
  return readFolder(json, at)!;
}

export function finishedFolder(number: number, result = "SUCCESS"): OzFolder {
  const analysis = { analysis_id: "a", state: "FINISHED", resolution_status: result };
  return folder(number, { analyses: [analysis], resolution_status: "FINISHED", system_resolution: result });
}

/**
 * A folder whose analyses have finished, but whose server still writes PROCESSING.
 * @param number also when it last changed, in seconds after the epoch
 * @param passed seconds from then until it was read
 */
export function laggingFolder(number: number, passed: number): OzFolder {
  const { json } = finishedFolder(number);
  const at = (number + passed) * 1000;
  const lagging = { ...json, resolution_status: "PROCESSING", system_resolution: "FAILED" };
  return readFolder(lagging, at)!;
}

/** A page with the folders of these numbers. Without a total, it is the last one. */
export function page(numbers: readonly number[], totalCount?: number, offset = 0): FolderPage {
  const isLast = totalCount === undefined || offset + numbers.length >= totalCount;
  return {
    folders: numbers.map((number) => folder(number)),
    totalCount,
    skipped: 0,

    offset,
    isLast,
  };
}

/** The clock of a store, and the folders that are gone only when their own request says so. */
export class TestContext implements FolderContext {
  readonly clock = new TestClock();
  readonly watched = new Set<string>();

  elapsed(): number {
    return this.clock.elapsed();
  }

  needsOwnProof(id: string): boolean {
    return this.watched.has(id);
  }

  /** The server says of a folder, twice and some time apart, that it does not exist. */
  proveGone(folders: ConnectionFolders, number: number): void {
    folders.applyNotFound(idOf(number));
    this.clock.advance(10_000);
    folders.applyNotFound(idOf(number));
  }
}

/** @returns the numbers of folders, to compare lists */
export function numbersOf(folders: readonly OzFolder[]): number[] {
  return folders.map(({ createdAt }) => (createdAt ?? 0) / 1000);
}

/** @returns the numbers from `from` down to `to` */
export function down(from: number, to: number): number[] {
  return Array.from({ length: from - to + 1 }, (_, index) => from - index);
}
