import type { Folder } from "../data/folder";
import { type Ids, type Kind, isUuid } from "../data/ids";
import type { World } from "../data/world";
import { analysisFilters, folderFilters } from "../list/filters";
import { readPaging } from "../list/paging";
import { isOn, type Params } from "../list/params";
import { select } from "../list/select";
import { readSorting } from "../list/sorting";
import type { Clock } from "../options";
import { analysesJson, analysisJson } from "../reply/analysis";
import { folderJson } from "../reply/folder";
import { ApiError, invalidValue, notExist } from "./errors";
import type { Json } from "./json";
import type { ApiRequest, Routes } from "./routes";

/** Longer replies than this would take the memory of the whole extension host. */
const MOST_ITEMS = 20_000;

export interface BrowseParts {
  readonly world: World;
  readonly ids: Ids;
  readonly clock: Clock;
  /** Whether time filters are cut to days. */
  readonly cutTimes: boolean;
  /** The parameters of the list that this server knows. */
  readonly known: (params: Params) => Params;
  /** Lets a request in or throws. */
  readonly enter: (request: ApiRequest) => void;
}

/** Adds the reading of folders and analyses (oz-api.md 4 to 6). */
export function addBrowse(routes: Routes, { world, ids, clock, cutTimes, known, enter }: BrowseParts): void {
  const find = (id: string, kind: Kind): { folder: Folder; ordinal: number } => {
    if (!isUuid(id)) throw invalidValue("Invalid value for uuid field");
    const parts = ids.read(id);
    const folder = parts?.kind === kind ? world.at(clock.now()).find(parts) : undefined;
    if (!parts || !folder) throw notExist();
    return { folder, ordinal: parts.ordinal };
  };

  routes.add("GET", "/api/folders", (request) => {
    enter(request);
    const params = known(request.queries());
    const paging = readPaging(params);
    const sorting = readSorting(params);
    const now = clock.now();
    const filters = folderFilters(params, { ids, cutTimes, now });
    const { total, folders } = select(world.at(now), filters, sorting, paging, ids);
    if (folders.length > MOST_ITEMS) throw new ApiError(12, "Database error occurred");
    const withAnalyses = isOn(params, "with_analyses");
    return {
      offset: paging.offset,
      limit: paging.limit,
      total_count: total,
      items: folders.map((folder) => folderJson(folder, withAnalyses, ids)),
    };
  });

  routes.add("GET", "/api/folders/:id", (request) => {
    enter(request);
    const { folder } = find(request.param("id") ?? "", "folder");
    return folderJson(folder, isOn(request.queries(), "with_analyses"), ids);
  });

  routes.add("GET", "/api/folders/:id/analyses", (request): Json => {
    enter(request);
    const { folder } = find(request.param("id") ?? "", "folder");
    const filters = analysisFilters(request.queries());
    return analysesJson(folder, ids).filter((analysis) => filters.every((filter) => filter(analysis)));
  });

  routes.add("GET", "/api/analyses/:id", (request) => {
    enter(request);
    const { folder, ordinal } = find(request.param("id") ?? "", "analysis");
    const analysis = folder.played.analyses.find((each) => each.ordinal === ordinal);
    if (!analysis) throw notExist();
    return analysisJson(folder, analysis, ids);
  });
}
