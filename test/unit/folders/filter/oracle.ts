import { ExactNumber } from "../../../../src/base/exactNumber";
import type { FolderFilter } from "../../../../src/folders/filter/folderFilter";
import { resolveFolder } from "../../../../src/status/resolveFolder";

type Json = Record<string, unknown>;

/** The labels of analysis types. */
const TYPES: Record<string, string> = {
  QUALITY: "Liveness",
  LIVENESS: "Liveness",
  BIOMETRY: "Face match",
  DOCUMENTS: "Documents",
  COLLECTION: "Collection",
  BLACKLIST: "Collection",
};

/**
 * Whether a folder matches a filter, decided as slowly and plainly as possible. Results and statuses come from the
 * resolver here, too.
 * @param created in epoch milliseconds
 */
export function shouldMatch(
  filter: FolderFilter,
  created: { from?: number | undefined; to?: number | undefined },
  json: Json,
): boolean {
  const resolution = resolveFolder(json);
  if (filter.results !== undefined && filter.results.length > 0) {
    let found = false;
    for (const result of filter.results) {
      if (result === (resolution.result ?? resolution.status ?? "UNKNOWN")) found = true;
    }
    if (!found) return false;
  }
  if (filter.statuses !== undefined && filter.statuses.length > 0) {
    let found = false;
    for (const status of filter.statuses) if (status === (resolution.status ?? "UNKNOWN")) found = true;
    if (!found) return false;
  }
  if (filter.analyses !== undefined && filter.analyses.length > 0) {
    let found = false;
    for (const analysis of listOf(json.analyses)) {
      const type = isObject(analysis) && typeof analysis.type === "string" ? analysis.type.toUpperCase() : "";
      const label = type === "" ? "Analysis" : Object.hasOwn(TYPES, type) ? TYPES[type]! : type;
      if (filter.analyses.includes(label)) found = true;
    }
    if (!found) return false;
  }
  if (created.from !== undefined || created.to !== undefined) {
    if (typeof json.time_created !== "number") return false;
    if (created.from !== undefined && json.time_created * 1000 < created.from) return false;
    if (created.to !== undefined && json.time_created * 1000 > created.to) return false;
  }
  for (const { key, value } of filter.metaData ?? []) {
    const metaData = isObject(json.meta_data) ? json.meta_data : {};
    if (equals(isOwn(metaData, key) ? metaData[key] : undefined, value)) continue;
    if (equals(valueAtPath(metaData, key), value)) continue;
    return false;
  }
  if (filter.text !== undefined && filter.text !== "") {
    const places = [String(json.folder_id), ...texts(json.meta_data), ...texts(json.resolution_comment)];
    for (const analysis of listOf(json.analyses)) {
      if (isObject(analysis)) places.push(...texts(analysis.analysis_id ?? analysis.analyse_id));
    }
    const wanted = filter.text.toLowerCase();
    if (!places.some((place) => place.toLowerCase().includes(wanted))) return false;
  }
  return true;
}

/** @returns the value at a path of names joined by dots */
function valueAtPath(metaData: Json, key: string): unknown {
  let at: unknown = metaData;
  for (const name of key.split(".")) {
    if (Array.isArray(at)) at = /^\d+$/.test(name) && Number(name) < at.length ? at[Number(name)] : undefined;
    else at = isObject(at) && isOwn(at, name) ? at[name] : undefined;
  }
  return at;
}

function equals(value: unknown, wanted: string): boolean {
  if (value === undefined || value === null) return wanted === "null";
  if (typeof value === "boolean") return wanted === String(value);
  if (typeof value !== "number" && !(value instanceof ExactNumber)) return value === wanted;
  return fraction(String(value)) === fraction(wanted);
}

/** @returns a number as a whole number of the smallest parts that a test uses; undefined if it is none */
function fraction(text: string): bigint | undefined {
  const [, sign, whole, parts = "", power = "0"] =
    /^(-?)(0|[1-9][0-9]*)(?:[.]([0-9]+))?(?:e([+-]?[0-9]+))?$/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const size = BigInt(whole + parts) * 10n ** BigInt(50 + Number(power) - parts.length);
  return sign === "-" ? -size : size;
}

/** @returns every name and value */
function texts(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(texts);
  if (value instanceof ExactNumber) return [value.text];
  if (isObject(value)) return Object.entries(value).flatMap(([name, inner]) => [name, ...texts(inner)]);
  return [typeof value === "string" ? value : JSON.stringify(value)];
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isOwn = (value: Json, name: string): boolean => Object.keys(value).includes(name);
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
