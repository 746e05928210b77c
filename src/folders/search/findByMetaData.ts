import type { OzFolder } from "../../oz/model/folder";
import { rowsOf } from "../../oz/model/folder";
import { meetsCondition } from "../filter/metaData";
import { metaDataFilter } from "../filter/serverFilters";
import { PAGE_SIZE, type FolderReader } from "../store/folderReader";
import { compareNewestFirst } from "../store/newestFirst";

/** A value that folders may have in their metadata under any of some keys. */
export interface MetaDataQuery {
  readonly keys: readonly string[];
  readonly value: string;
}

/** A folder that was found. */
export interface MetaDataMatch {
  readonly folder: OzFolder;
  /** Those of the keys under which it has the value. */
  readonly keys: readonly string[];
}

export interface MetaDataMatches {
  /** Newest first. */
  readonly matches: readonly MetaDataMatch[];
  /** The keys by which the server has more folders, and how many of the newest were read. */
  readonly cut: readonly { readonly key: string; readonly count: number }[];
  /** How many of the newest folders were read, if the server sends others too; undefined if it filters. */
  readonly unfilteredCount: number | undefined;
}

/**
 * Asks the server which folders have a value, with one page for each key. What it sends is checked, as servers may not
 * filter, or by something else than was asked for.
 * @param query one that can be expressed, see `inexpressible`
 * @param cancel see `FolderReader.findHovered`
 * @throws OzError
 */
export async function findByMetaData(
  reader: Pick<FolderReader, "readPage">,
  { keys, value }: MetaDataQuery,
  cancel: AbortSignal,
): Promise<MetaDataMatches> {
  const lists = await Promise.all(
    keys.map(async (key) => {
      const condition = { key, value };
      const request = { offset: 0, limit: PAGE_SIZE, filter: metaDataFilter([condition]) };
      const page = await reader.readPage(request, cancel);
      const matches = page.folders.filter(({ metaData }) => meetsCondition(metaData, condition));
      return { key, matches, count: rowsOf(page), isLast: page.isLast };
    }),
  );
  const unfinished = lists.filter(({ isLast }) => !isLast);
  const unfiltered = unfinished.filter(({ matches, count }) => matches.length < count);
  const filtered = unfinished.filter((list) => !unfiltered.includes(list));
  return {
    matches: merged(lists),
    cut: filtered.map(({ key, count }) => ({ key, count })),
    unfilteredCount: unfiltered.length === 0 ? undefined : Math.min(...unfiltered.map(({ count }) => count)),
  };
}

/** @returns each folder once, with all keys by which it was found */
function merged(
  lists: readonly { readonly key: string; readonly matches: readonly OzFolder[] }[],
): readonly MetaDataMatch[] {
  const found = new Map<string, MetaDataMatch>();
  for (const { key, matches } of lists) {
    for (const folder of matches) {
      const keys = found.get(folder.id)?.keys ?? [];
      if (!keys.includes(key)) found.set(folder.id, { folder, keys: [...keys, key] });
    }
  }
  return [...found.values()].sort((a, b) => compareNewestFirst(a.folder, b.folder));
}
