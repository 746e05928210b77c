import { readFolder, type OzFolder, type FolderPage } from "../../../src/oz/model/folder";

/** A folder id from a small number. */
export function idOf(number: number): string {
  return `7e7e7e7e-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

/** A folder whose number is also the second at which it was created: greater is newer. */
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

/** The numbers of folders, to compare lists by. */
export function numbersOf(folders: readonly OzFolder[]): number[] {
  return folders.map(({ createdAt }) => (createdAt ?? 0) / 1000);
}

/** From `from` down to `to`. */
export function down(from: number, to: number): number[] {
  return Array.from({ length: from - to + 1 }, (_, index) => from - index);
}
