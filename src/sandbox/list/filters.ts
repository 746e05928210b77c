import { KNOWN_STATUSES } from "../../status/status";
import { folderKey, type IdCodec, readUuid } from "../data/idCodec";
import type { SandboxFolder } from "../data/sandboxFolder";
import { ApiError, invalidValue } from "../server/apiError";
import type { JsonMembers } from "../server/json";
import { metaDataFilters } from "./metaDataFilter";
import { type Params, several } from "./params";
import { type TimeBounds, timeBounds, type TimeRule } from "./timeBounds";

type Filter<T> = (element: T) => boolean;

/** The filters of a request, all of which must match. */
export interface ListFilters {
  /** Kept apart because they can be applied without generating every folder. */
  readonly times: readonly TimeBounds[];
  readonly others: readonly Filter<SandboxFolder>[];
}

/** An enumeration of the server. */
interface Enumeration {
  /** Its name in error messages. */
  readonly title: string;
  /** In upper case. */
  readonly values: readonly string[];
}

const STATUSES: Enumeration = { title: "ResolutionStatus", values: KNOWN_STATUSES };
const STATES: Enumeration = { title: "AnalyseState", values: KNOWN_STATUSES };
const TYPES: Enumeration = {
  title: "AnalyseType",
  values: ["QUALITY", "BIOMETRY", "DOCUMENTS", "COLLECTION"],
};

/**
 * Reads the filters of the folder list (oz-api.md 4.4 to 4.7). Like the framework, ignores unknown parameters.
 * @param now epoch milliseconds
 * @throws ApiError for an invalid value
 */
export function folderFilters(
  params: Params,
  { ids, timeRule, now }: { readonly ids: IdCodec; readonly timeRule: TimeRule; readonly now: number },
): ListFilters {
  const times = timeBounds(params, timeRule, now);
  const others = [
    ...idFilters(params, ids),
    ...enumFilters<SandboxFolder>(params, "resolution_status", STATUSES, ({ played }) => played.status),
    ...enumFilters<SandboxFolder>(params, "system_resolution", STATUSES, ({ played }) => played.result),
    ...metaDataFilters(params),
  ];
  return { times, others };
}

/**
 * Reads the filters for the analyses of a folder (oz-api.md 6.1).
 * @throws ApiError 4 for an unknown type or state
 */
export function analysisFilters(params: Params): Filter<JsonMembers>[] {
  return [
    ...enumFilters<JsonMembers>(params, "type", TYPES, (analysis) => analysis.type),
    ...enumFilters<JsonMembers>(params, "state", STATES, (analysis) => analysis.state),
  ];
}

/**
 * Reads `folder_id` and `folder_id.exclude` (oz-api.md 4.7). No folder is without an ID: `null` matches none.
 * @throws ApiError 5 for anything but UUIDs and `null`
 */
function idFilters(params: Params, ids: IdCodec): Filter<SandboxFolder>[] {
  const filters: Filter<SandboxFolder>[] = [];
  const wanted = readIds(params, "folder_id", ids);
  if (wanted) filters.push((folder) => wanted.has(folderKey(folder)));
  const excluded = readIds(params, "folder_id.exclude", ids);
  if (excluded) filters.push((folder) => !excluded.has(folderKey(folder)));
  return filters;
}

function readIds(params: Params, name: string, ids: IdCodec): Set<number> | undefined {
  const values = several(params, name);
  if (!values) return undefined;
  const keys = new Set<number>();
  for (const value of values) {
    if (value.toLowerCase() === "null") continue;
    if (readUuid(value) === undefined) throw new ApiError(5, `Invalid data type for param ${name}`);
    const parts = ids.read(value);
    if (parts?.kind === "folder") keys.add(folderKey(parts));
  }
  return keys;
}

/**
 * Reads an enumeration parameter and its `.exclude` (oz-api.md 4.4). Case is ignored, and `null` matches a missing
 * value. As in SQL, a missing value matches no exclusion.
 * @param valueOf gets the value; anything but a non-empty text counts as missing
 * @throws ApiError 4 for a value that is not in the enumeration
 */
function enumFilters<T>(
  params: Params,
  name: string,
  enumeration: Enumeration,
  valueOf: (element: T) => unknown,
): Filter<T>[] {
  const filters: Filter<T>[] = [];
  const wanted = readValues(params, name, enumeration);
  if (wanted) filters.push((element) => wanted.has(columnValue(valueOf(element))));
  const excluded = readValues(params, `${name}.exclude`, enumeration);
  if (excluded) {
    filters.push((element) => {
      const value = columnValue(valueOf(element));
      return value !== null && !excluded.has(value);
    });
  }
  return filters;
}

/** @returns the value as the database has it: null if the reply has an empty text or no member */
function columnValue(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value.toUpperCase() : null;
}

function readValues(
  params: Params,
  name: string,
  { title, values }: Enumeration,
): Set<string | null> | undefined {
  const wanted = several(params, name);
  if (!wanted) return undefined;
  return new Set(
    wanted.map((value) => {
      const upperCase = value.toUpperCase();
      if (upperCase === "NULL") return null;
      if (values.includes(upperCase)) return upperCase;
      throw invalidValue(`Could not cast ${value} as valid ${title}`);
    }),
  );
}
