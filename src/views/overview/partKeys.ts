import type { FolderFilter } from "../../folders/filter/folderFilter";
import type { Part } from "../../folders/overview/overview";

/** The folders behind the figures of a page, by the names that the page gives back. */
export class PartKeys {
  private readonly filters = new Map<string, FolderFilter>();

  /** @returns the name of a figure, the same whenever it has the same filter; undefined if it counts no folders */
  add({ count, filter }: Part): string | undefined {
    if (count === 0) return undefined;
    const key = JSON.stringify(filter);
    this.filters.set(key, filter);
    return key;
  }

  /** @returns undefined for what was never added */
  get(key: string): FolderFilter | undefined {
    return this.filters.get(key);
  }
}
