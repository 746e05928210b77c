import type { Status } from "../../status/status";
import { isVerdict, KNOWN_STATUSES } from "../../status/status";
import type { FolderFilter, MetaDataCondition, TimeRange } from "./folderFilter";

/** Query parameters of the list of folders. */
export type ServerFilter = Readonly<Record<string, string>>;

/** The year 2100 in UNIX seconds: older servers need both bounds (section 4.5 of oz-api.md). */
const FAR_FUTURE = 4_102_444_800;

/**
 * Translates a filter into query parameters (sections 4.4 to 4.7 of oz-api.md), so that the server sends less. With each
 * result, the server returns every folder that matches, and perhaps others.
 * @returns narrowest first; each following one is for servers that reject the one before
 */
export function serverFilters(filter: FolderFilter, created: TimeRange): readonly ServerFilter[] {
  const times = timesOf(created);
  const metaData = metaDataOf(filter.metaData ?? []);
  const result = statusParameter("system_resolution", filter.results, []);
  const steps = [
    // Older servers write the result into the status.
    { ...result, ...statusParameter("resolution_status", filter.statuses, KNOWN_STATUSES.filter(isVerdict)) },
    // A server that rejects results as statuses does not write them there.
    { ...result, ...statusParameter("resolution_status", filter.statuses, []) },
    {},
  ].map((statuses) => ({ ...statuses, ...metaData, ...times }));
  const all = [...steps, times, {}];
  const texts = all.map((step) => JSON.stringify(step));
  return all.filter((_, index) => texts.indexOf(texts[index] ?? "") === index);
}

/**
 * @param whenFinished other statuses that mean FINISHED
 * @returns no parameter if any status may match, or one that servers do not define
 */
function statusParameter(
  name: string,
  wanted: readonly Status[] | undefined,
  whenFinished: readonly Status[],
): ServerFilter {
  if (!wanted?.length || wanted.includes("UNKNOWN")) return {};
  const more = wanted.includes("FINISHED") ? whenFinished : [];
  // Folders without a status are needed too: theirs is computed from the analyses.
  return { [name]: [...new Set([...wanted, ...more]), "null"].join(",") };
}

/** Servers may truncate bounds to the second or the day; the second added keeps the last folders of the range. */
function timesOf({ from, to }: TimeRange): ServerFilter {
  if (from === undefined && to === undefined) return {};
  return {
    "time_created.min": String(from === undefined ? 0 : Math.floor(from / 1000)),
    "time_created.max": String(to === undefined ? FAR_FUTURE : Math.ceil(to / 1000) + 1),
  };
}

function metaDataOf(conditions: readonly MetaDataCondition[]): ServerFilter {
  const texts = conditions.filter(isSupported).map(({ key, value }) => `${key}==${value}`);
  return texts.length === 0 ? {} : { meta_data: texts.join(",") };
}

/** A server would split a condition at commas and operators and a key at dots, and read `null` as missing. */
function isSupported({ key, value }: MetaDataCondition): boolean {
  return (
    !/[.,=!<>]/.test(key) && !/[,=!<>{}[\]"]/.test(value) && value.toLowerCase() !== "null" && value !== ""
  );
}
