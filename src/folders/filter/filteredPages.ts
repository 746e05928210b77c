import { OzError } from "../../oz/http/ozError";
import type { FolderPage } from "../../oz/model/folder";
import { PAGE_SIZE, type FolderReader } from "../store/folderReader";
import type { ServerFilter } from "./serverFilters";

/** Requests pages with the narrowest filter that the server accepts. */
export class FilteredPages {
  /** @param filters narrowest first, see `serverFilters` */
  constructor(
    private readonly reader: Pick<FolderReader, "readPage">,
    private filters: readonly ServerFilter[],
  ) {}

  /**
   * @param offset where the page begins in the filtered list
   * @throws OzError
   */
  async read(offset: number): Promise<FolderPage> {
    for (;;) {
      const [filter = {}, ...wider] = this.filters;
      try {
        return await this.reader.readPage({ offset, limit: PAGE_SIZE, filter });
      } catch (error) {
        const isRefused = error instanceof OzError && error.reason === "badRequest";
        if (!isRefused || wider.length === 0) throw error;
        this.filters = wider;
      }
    }
  }
}
