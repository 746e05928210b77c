import { isNumberText } from "../../base/exactNumber";
import type { Status } from "../../status/status";
import { isVerdict, KNOWN_STATUSES } from "../../status/status";
import type { FolderFilter, MetaDataCondition, TimeRange } from "./folderFilter";

/** Query parameters of the list of folders. */
export type ServerFilter = Readonly<Record<string, string>>;

/** The year 2100 in UNIX seconds: older servers need both bounds, and read more digits as milliseconds (oz-api.md 4.5). */
const FAR_FUTURE = 4_102_444_800;

/** What Python reads as an integer, and servers as the index of a list: `123`, `-1`, `1_0`. */
const PYTHON_INTEGER = /^\s*[+-]?\p{Nd}+(?:_\p{Nd}+)*\s*$/u;

/** The integers that are always written in the same way. */
const PLAIN_INTEGER = /^(?:0|-?[1-9]\d*)$/;

/** What a key cannot have: servers split conditions at commas, and a condition at its operator. */
const PARTS_A_KEY = /[,=!<>]/;

/** Characters that the database or the URL cannot have. */
const UNSENDABLE = /[\0\p{Cs}]/u;

/**
 * Translates a filter into query parameters (sections 4.4 to 4.7 of oz-api.md), so that the server sends less. With each
 * result, the server returns every folder that matches, and perhaps others.
 * @returns narrowest first; each following one is for servers that reject the one before
 */
export function serverFilters(filter: FolderFilter, created: TimeRange): readonly ServerFilter[] {
  const times = timesOf(created);
  const metaData = metaDataFilter((filter.metaData ?? []).filter(isSupported));
  // Older servers write the result into the status. The status is then computed, so it may be any.
  const verdicts = KNOWN_STATUSES.filter(isVerdict);
  const result = statusParameter("system_resolution", filter.results, []);
  const steps = [
    // A server that rejects the empty text has an enumeration, so no status can be missed.
    asTexts({ ...result, ...statusParameter("resolution_status", filter.statuses, verdicts) }),
    { ...result, ...statusParameter("resolution_status", filter.statuses, verdicts) },
    // A server that rejects results as statuses does not write them there.
    { ...result, ...statusParameter("resolution_status", filter.statuses, []) },
    {},
  ].map((statuses) => ({ ...statuses, ...metaData, ...times }));
  const all = [...steps, times, {}];
  const texts = all.map((step) => JSON.stringify(step));
  return all.filter((_, index) => texts.indexOf(texts[index] ?? "") === index);
}

/**
 * @param query one of `serverFilters` for the filter
 * @returns the conditions that the query does not ask for
 */
export function unaskedConditions(filter: FolderFilter, query: ServerFilter): FolderFilter {
  const { results, statuses, created, metaData } = filter;
  return {
    ...filter,
    results: query.system_resolution === undefined ? results : undefined,
    statuses: query.resolution_status === undefined ? statuses : undefined,
    created: query["time_created.min"] === undefined ? created : undefined,
    metaData: query.meta_data === undefined ? metaData : metaData?.filter((one) => !isSupported(one)),
  };
}

/**
 * @returns the part of a condition that no server can be asked for, as it would read something else; undefined if it can be
 * asked for. For a dot in the key or for a number it may still send fewer folders than match, see `isSupported`
 */
export function inexpressible({ key, value }: MetaDataCondition): "key" | "value" | undefined {
  if (PARTS_A_KEY.test(key) || PYTHON_INTEGER.test(key) || UNSENDABLE.test(key)) return "key";
  const isSplit = value.includes(",") || value.includes("==");
  return isSplit || UNSENDABLE.test(value) || value === "" || value.toLowerCase() === "null"
    ? "value"
    : undefined;
}

/** @param conditions that can be expressed, all to be met */
export function metaDataFilter(conditions: readonly MetaDataCondition[]): ServerFilter {
  const texts = conditions.map(({ key, value }) => `${key}==${value}`);
  return texts.length === 0 ? {} : { meta_data: texts.join(",") };
}

/**
 * @param others statuses to ask for besides the wanted ones
 * @returns no parameter if any status may match, or one that servers do not define
 */
function statusParameter(
  name: string,
  wanted: readonly Status[] | undefined,
  others: readonly Status[],
): ServerFilter {
  if (!wanted?.length || wanted.includes("UNKNOWN")) return {};
  // Folders without a status are needed too: theirs is computed from the analyses.
  return { [name]: [...new Set([...wanted, ...others]), "null"].join(",") };
}

/** Adds what a server may have if it keeps statuses as texts: small letters, and the empty text, which means none. */
function asTexts(statuses: ServerFilter): ServerFilter {
  return Object.fromEntries(
    Object.entries(statuses).map(([name, words]) => {
      const small = words.split(",").map((word) => word.toLowerCase());
      return [name, `${[...new Set([...words.split(","), ...small])].join(",")},`];
    }),
  );
}

/** Servers may truncate bounds to the second or the day; the second added keeps the last folders of the range. */
function timesOf({ from, to }: TimeRange): ServerFilter {
  if (from === undefined && to === undefined) return {};
  return {
    "time_created.min": String(from === undefined ? 0 : Math.floor(from / 1000)),
    "time_created.max": String(
      Math.min(to === undefined ? FAR_FUTURE : Math.ceil(to / 1000) + 1, FAR_FUTURE),
    ),
  };
}

/**
 * Whether servers send every folder that meets a condition. They split one at commas and operators and a key at dots, read
 * `null` as missing and an integer in a key as an index, and compare the texts of numbers, of which only an integer has one.
 */
export function isSupported({ key, value }: MetaDataCondition): boolean {
  if (inexpressible({ key, value }) !== undefined || key.includes(".")) return false;
  if (/[=!<>{}[\]"]/.test(value)) return false;
  return !isNumberText(value) || PLAIN_INTEGER.test(value);
}
