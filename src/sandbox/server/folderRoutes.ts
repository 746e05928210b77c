import type { Clock } from "../../base/clock";
import { type IdCodec, type IdKind, readUuid } from "../data/idCodec";
import { readNumericId } from "../data/numericId";
import type { SandboxFolder } from "../data/sandboxFolder";
import type { World } from "../data/world";
import { analysisFilters, folderFilters } from "../list/filters";
import { type LimitRule, readPaging } from "../list/paging";
import { isOn, type Params } from "../list/params";
import { select } from "../list/select";
import { readSorting } from "../list/sorting";
import type { TimeRule } from "../list/timeBounds";
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
  readonly timeRule: TimeRule;
  readonly limitRule: LimitRule;
  /** Removes the parameters that this server ignores; throws an ApiError for those that it rejects. */
  readonly knownParams: (params: Params) => Params;
  /** Throws an ApiError if the request has no valid token. */
  readonly authenticate: (request: ApiRequest) => void;
}

/** Adds the routes that read folders and analyses (oz-api.md 4 to 6). */
export function addFolderRoutes(
  routes: Routes,
  { world, ids, clock, timeRule, limitRule, knownParams, authenticate }: FolderRoutesOptions,
): void {
  const find = (id: string, kind: IdKind): { folder: SandboxFolder; ordinal: number } => {
    const number = kind === "analysis" ? readNumericId(id) : undefined;
    const parts = number ?? ids.read(id);
    const folder = parts?.kind === kind ? world.at(clock.now()).find(parts) : undefined;
    const isNumeric = folder?.scenario.dialect === "numeric";
    if (readUuid(id) === undefined && !isNumeric) throw invalidValue("Invalid value for uuid field");
    if (!parts || !folder) throw notExist();
    return { folder, ordinal: parts.ordinal };
  };

  routes.add("GET", "/api/folders", (request) => {
    authenticate(request);
    const params = knownParams(request.query());
    const paging = readPaging(params, limitRule);
    const sorting = readSorting(params);
    const now = clock.now();
    const filters = folderFilters(params, { ids, timeRule, now });
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
