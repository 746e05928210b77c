import { readFolder, type OzFolder, type FolderPage } from "../../../src/oz/model/folder";

/** @returns a folder ID that ends in the number */
export function idOf(number: number): string {
  return `7e7e7e7e-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

/** A folder created as many seconds after the epoch as its number: greater is newer. */
export function folder(number: number, more: object = {}): OzFolder {
  const json = { folder_id: idOf(number), time_created: number, analyses: [], ...more };
  return readFolder(json)!;
}

export function finishedFolder(number: number, result = "SUCCESS"): OzFolder {
  const analysis = { analysis_id: "a", state: "FINISHED", resolution_status: result };
  return folder(number, { analyses: [analysis], resolution_status: "FINISHED", system_resolution: result });
}

/** A page with the folders of these numbers. */
export function page(numbers: readonly number[], totalCount?: number): FolderPage {
  return { folders: numbers.map((number) => folder(number)), totalCount, skipped: 0 };
}

/** @returns the numbers of folders, to compare lists */
export function numbersOf(folders: readonly OzFolder[]): number[] {
  return folders.map(({ createdAt }) => (createdAt ?? 0) / 1000);
}

/** @returns the numbers from `from` down to `to` */
export function down(from: number, to: number): number[] {
  return Array.from({ length: from - to + 1 }, (_, index) => from - index);
}
