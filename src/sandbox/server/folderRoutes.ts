import type { Clock } from "../../base/clock";
import { type IdCodec, type IdKind, isUuid } from "../data/idCodec";
import type { SandboxFolder } from "../data/sandboxFolder";
import type { World } from "../data/world";
import { analysisFilters, folderFilters } from "../list/filters";
import { readPaging } from "../list/paging";
import { isOn, type Params } from "../list/params";
import { select } from "../list/select";
import { readSorting } from "../list/sorting";
import { analysesJson, analysisJson } from "../reply/analysisJson";
import { folderJson } from "../reply/folderJson";
import { ApiError, invalidValue, notExist } from "./apiError";
import type { Json } from "./json";
import type { ApiRequest, Routes } from "./routes";

/** Folders in a reply. A longer one would exhaust the memory of the extension host. */
const MAX_FOLDERS = 20_000;

export interface FolderRoutesOptions {
  readonly world: World;
  readonly ids: IdCodec;
  readonly clock: Pick<Clock, "now">;
  /** Whether time filters are rounded to days. */
  readonly roundTimes: boolean;
  /** Removes the parameters that this server ignores; throws an ApiError for those that it rejects. */
  readonly knownParams: (params: Params) => Params;
  /** Throws an ApiError if the request has no valid token. */
  readonly authenticate: (request: ApiRequest) => void;
}

/** Adds the routes that read folders and analyses (oz-api.md 4 to 6). */
export function addFolderRoutes(
  routes: Routes,
  { world, ids, clock, roundTimes, knownParams, authenticate }: FolderRoutesOptions,
): void {
  const find = (id: string, kind: IdKind): { folder: SandboxFolder; ordinal: number } => {
    if (!isUuid(id)) throw invalidValue("Invalid value for uuid field");
    const parts = ids.read(id);
    const folder = parts?.kind === kind ? world.at(clock.now()).find(parts) : undefined;
    if (!parts || !folder) throw notExist();
    return { folder, ordinal: parts.ordinal };
  };

  routes.add("GET", "/api/folders", (request) => {
    authenticate(request);
    const params = knownParams(request.query());
    const paging = readPaging(params);
    const sorting = readSorting(params);
    const now = clock.now();
    const filters = folderFilters(params, { ids, roundTimes, now });
    const { total, folders } = select(world.at(now), filters, sorting, paging, ids);
    if (folders.length > MAX_FOLDERS) throw new ApiError(12, "Database error occurred");
    const withAnalyses = isOn(params, "with_analyses");
    return {
      offset: paging.offset,
      limit: paging.limit,
      total_count: total,
      items: folders.map((folder) => folderJson(folder, withAnalyses, ids)),
    };
  });

  routes.add("GET", "/api/folders/:id", (request) => {
    authenticate(request);
    const { folder } = find(request.param("id") ?? "", "folder");
    return folderJson(folder, isOn(request.query(), "with_analyses"), ids);
  });

  routes.add("GET", "/api/folders/:id/analyses", (request): Json => {
    authenticate(request);
    const { folder } = find(request.param("id") ?? "", "folder");
    const filters = analysisFilters(request.query());
    return analysesJson(folder, ids).filter((analysis) => filters.every((filter) => filter(analysis)));
  });

  routes.add("GET", "/api/analyses/:id", (request) => {
    authenticate(request);
    const { folder, ordinal } = find(request.param("id") ?? "", "analysis");
    const analysis = folder.played.analyses.find((each) => each.ordinal === ordinal);
    if (!analysis) throw notExist();
    return analysisJson(folder, analysis, ids);
  });
}
