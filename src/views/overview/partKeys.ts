import { isDeepStrictEqual } from "node:util";
import { isEmpty, type FolderFilter } from "../../folders/filter/folderFilter";
import type { Part } from "../../folders/overview/overview";

/** Conditions of which one folder can meet several that differ, while a filter has one of each. */
const ONE_OF_SEVERAL = ["score", "timeTaken", "errorCodes", "findings"] as const;

/** The folders behind the figures of a page, by the names that the page gives back. */
export class PartKeys {
  private readonly filters = new Map<string, FolderFilter>();

  /** @param whole the filter of all folders that are summed up */
  constructor(private readonly whole: FolderFilter = {}) {}

  /**
   * @returns the name of a figure, the same whenever it has the same filter; undefined if it counts no folders, or no filter
   * shows just those
   */
  add({ count, filter }: Part): string | undefined {
    if (count === 0 || ONE_OF_SEVERAL.some((kind) => this.differs(kind, filter))) return undefined;
    const key = JSON.stringify(filter);
    this.filters.set(key, filter);
    return key;
  }

  /** @returns undefined for what was never added */
  get(key: string): FolderFilter | undefined {
    return this.filters.get(key);
  }

  /** Whether both the whole and a part have a condition, and not the same. */
  private differs(kind: keyof FolderFilter, part: FolderFilter): boolean {
    const [ofWhole, ofPart] = [this.whole, part].map((filter) => ({ [kind]: filter[kind] }));
    return !isEmpty(ofWhole ?? {}) && !isEmpty(ofPart ?? {}) && !isDeepStrictEqual(ofWhole, ofPart);
  }
}
