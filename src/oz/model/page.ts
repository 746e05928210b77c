import { member } from "../../base/readJson";
import { readFolder, type OzFolder } from "./folder";

/** One page of the list of folders. */
export interface FolderPage {
  readonly folders: readonly OzFolder[];
  /** How many folders there are in all, when the server says so. */
  readonly totalCount: number | undefined;
  /** How many items of the page could not be read. */
  readonly skipped: number;
}

/**
 * Reads a list of folders: a bare array or an envelope with `items` (sections 4.1 and 12 of oz-api.md).
 * @param most how many items were asked for: what a server sends beyond them is not read
 * @param isDeep whether folders may be nested too deeply, see `readFolder`
 * @returns undefined when the value is neither
 */
export function readPage(json: unknown, most = Infinity, isDeep = false): FolderPage | undefined {
  const sent: unknown = Array.isArray(json) ? json : member(json, "items");
  if (!Array.isArray(sent)) return undefined;
  const items: readonly unknown[] = sent.slice(0, most);
  const folders = items.map((item) => readFolder(item, isDeep)).filter((folder) => folder !== undefined);
  const total = member(json, "total_count");
  return {
    folders,
    totalCount: typeof total === "number" && Number.isInteger(total) && total >= 0 ? total : undefined,
    skipped: items.length - folders.length,
  };
}
