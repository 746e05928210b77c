import { bothFilters } from "../../folders/filter/bothFilters";
import type { FigureFilter, FolderFilter } from "../../folders/filter/folderFilter";
import type { Part } from "../../folders/overview/overview";

/** The folders behind a figure. */
export interface ShownPart {
  /** Which of the folders that are summed up. */
  readonly part: FigureFilter;
  /** The same as a filter of the list. */
  readonly filter: FolderFilter;
}

/** The folders behind the figures of a page, by the names that the page gives back. */
export class PartKeys {
  private readonly parts = new Map<string, ShownPart>();

  /** @param whole the filter of all folders that are summed up; its period is absolute */
  constructor(private readonly whole: FolderFilter = {}) {}

  /**
   * @returns the name of a figure, the same whenever it has the same filter; undefined if it counts no folders, or no filter
   * shows just those
   */
  add({ count, filter: part }: Part): string | undefined {
    const filter = count === 0 ? undefined : bothFilters(this.whole, part);
    if (!filter) return undefined;
    const key = JSON.stringify(part);
    this.parts.set(key, { part, filter });
    return key;
  }

  /** @returns undefined for what was never added */
  get(key: string): ShownPart | undefined {
    return this.parts.get(key);
  }
}
