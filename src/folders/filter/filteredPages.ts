import type { PageRequest } from "../../oz/api/folderRequests";
import { OzError } from "../../oz/http/ozError";
import type { FolderPage } from "../../oz/model/folder";
import type { FolderReader } from "../store/folderReader";
import type { ServerFilter } from "./serverFilters";

/** Requests pages with the narrowest filter that the server accepts. */
export class FilteredPages {
  /** @param filters narrowest first, see `serverFilters` */
  constructor(
    private readonly reader: Pick<FolderReader, "readPage">,
    private filters: readonly ServerFilter[],
  ) {}

  /** The narrowest filter that was not refused. */
  get filter(): ServerFilter {
    return this.filters[0] ?? {};
  }

  /**
   * @param request its offset is that in the filtered list
   * @param cancel see `FolderReader.findHovered`
   * @throws OzError
   */
  async read(request: PageRequest, cancel?: AbortSignal): Promise<FolderPage> {
    for (;;) {
      const wider = this.filters.slice(1);
      try {
        return await this.reader.readPage({ ...request, filter: this.filter }, cancel);
      } catch (error) {
        const isRefused = error instanceof OzError && error.reason === "badRequest";
        if (!isRefused || wider.length === 0) throw error;
        this.filters = wider;
      }
    }
  }
}
