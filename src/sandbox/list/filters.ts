import { KNOWN_STATUSES } from "../../status/status";
import type { Folder } from "../data/folder";
import type { Ids } from "../data/ids";
import type { JsonMembers } from "../server/json";
import type { FolderFilter } from "./folderFilter";
import { idFilters } from "./ids";
import { metaDataFilters } from "./metaData";
import type { Params } from "./params";
import { type TimeBounds, timeBounds } from "./times";
import { wordFilters } from "./words";

/** All filters of a request, all of which must hold. */
export interface FolderFilters {
  /** Apart from the others, because they need no look at each folder. */
  readonly times: readonly TimeBounds[];
  readonly others: readonly FolderFilter[];
}

const STATUSES = { title: "ResolutionStatus", words: KNOWN_STATUSES };
const STATES = { title: "AnalyseState", words: KNOWN_STATUSES };
const TYPES = { title: "AnalyseType", words: ["QUALITY", "BIOMETRY", "DOCUMENTS", "COLLECTION"] };

/**
 * Reads all filters of the folder list (oz-api.md 4.4 to 4.7); other parameters are ignored, as the framework does.
 * @param cutTimes whether bounds in time are cut to days
 * @param now epoch milliseconds
 * @throws ApiError for a value that the framework refuses
 */
export function folderFilters(
  params: Params,
  { ids, cutTimes, now }: { readonly ids: Ids; readonly cutTimes: boolean; readonly now: number },
): FolderFilters {
  const times = timeBounds(params, cutTimes, now);
  const others = [
    ...idFilters(params, ids),
    ...wordFilters<Folder>(params, "resolution_status", STATUSES, ({ played }) => played.status),
    ...wordFilters<Folder>(params, "system_resolution", STATUSES, ({ played }) => played.result),
    ...metaDataFilters(params),
  ];
  return { times, others };
}

/**
 * Reads the filters of the analyses of a folder (oz-api.md 6.1).
 * @throws ApiError 4 for a word that the server does not know
 */
export function analysisFilters(params: Params): ((analysis: JsonMembers) => boolean)[] {
  return [
    ...wordFilters<JsonMembers>(params, "type", TYPES, (analysis) => analysis.type),
    ...wordFilters<JsonMembers>(params, "state", STATES, (analysis) => analysis.state),
  ];
}
