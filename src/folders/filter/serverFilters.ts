import type { Status } from "../../status/status";
import { isVerdict, KNOWN_STATUSES } from "../../status/status";
import type { FolderFilter, MetaDataCondition, TimeRange } from "./folderFilter";

/** Query parameters of the list of folders. */
export type ServerFilter = Readonly<Record<string, string>>;

/** In the year 2100, in seconds: old servers want both bounds (section 4.5 of oz-api.md). */
const FAR_FUTURE = 4_102_444_800;

/**
 * Translates a filter into query parameters (sections 4.4 to 4.7 of oz-api.md), so that the server sends less. Each
 * result admits every folder that matches, and maybe more.
 * @returns narrowest first; each next one is for servers that refuse the one before
 */
export function serverFilters(filter: FolderFilter, created: TimeRange): readonly ServerFilter[] {
  const times = timesOf(created);
  const metaData = metaDataOf(filter.metaData ?? []);
  const result = statusParameter("system_resolution", filter.results, []);
  const steps = [
    // Older servers write the result where newer ones have the status.
    { ...result, ...statusParameter("resolution_status", filter.statuses, KNOWN_STATUSES.filter(isVerdict)) },
    // A server that refuses results there has none there.
    { ...result, ...statusParameter("resolution_status", filter.statuses, []) },
    {},
  ].map((statuses) => ({ ...statuses, ...metaData, ...times }));
  const all = [...steps, times, {}];
  const texts = all.map((step) => JSON.stringify(step));
  return all.filter((_, index) => texts.indexOf(texts[index] ?? "") === index);
}

/**
 * @param whenFinished other statuses that mean FINISHED
 * @returns no parameter for statuses that servers do not know
 */
function statusParameter(
  name: string,
  wanted: readonly Status[] | undefined,
  whenFinished: readonly Status[],
): ServerFilter {
  if (!wanted?.length || wanted.includes("UNKNOWN")) return {};
  const more = wanted.includes("FINISHED") ? whenFinished : [];
  // If a folder has no status, it follows from the analyses.
  return { [name]: [...new Set([...wanted, ...more]), "null"].join(",") };
}

/** Bounds may be cut to the day or the second, in any time zone: a second more never loses the last of a day. */
function timesOf({ from, to }: TimeRange): ServerFilter {
  if (from === undefined && to === undefined) return {};
  return {
    "time_created.min": String(from === undefined ? 0 : Math.floor(from / 1000)),
    "time_created.max": String(to === undefined ? FAR_FUTURE : Math.ceil(to / 1000) + 1),
  };
}

function metaDataOf(conditions: readonly MetaDataCondition[]): ServerFilter {
  const texts = conditions.filter(canBeAsked).map(({ key, value }) => `${key}==${value}`);
  return texts.length === 0 ? {} : { meta_data: texts.join(",") };
}

/** Commas and comparisons split a condition, dots lead deeper into metadata, and `null` is no text. */
function canBeAsked({ key, value }: MetaDataCondition): boolean {
  return (
    !/[.,=!<>]/.test(key) && !/[,=!<>{}[\]"]/.test(value) && value.toLowerCase() !== "null" && value !== ""
  );
}
