import { ExactNumber } from "../../../../src/base/exactNumber";
import type { FolderFilter, ScoreCondition } from "../../../../src/folders/filter/folderFilter";
import type { AnalysisResolution, FolderResolution } from "../../../../src/status/resolution";
import { resolveFolder } from "../../../../src/status/resolveFolder";
import type { Status } from "../../../../src/status/status";

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
      if (result === resultOf(resolution)) found = true;
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
  if (filter.score && !hasScore(resolution, filter.score)) return false;
  if (filter.timeTaken) {
    const time = timeToResult(resolution);
    if (time === undefined || time < 0) return false;
    if (filter.timeTaken.from !== undefined && time < filter.timeTaken.from) return false;
    if (filter.timeTaken.below !== undefined && time >= filter.timeTaken.below) return false;
  }
  if (filter.errorCodes !== undefined && filter.errorCodes.length > 0) {
    let found = false;
    for (const { failed, error } of analysesOf(resolution)) {
      if (failed && filter.errorCodes.includes(error?.code ?? "")) found = true;
    }
    if (!found) return false;
  }
  if (filter.findings !== undefined && filter.findings.length > 0) {
    let found = false;
    for (const { code } of resolution.findings) if (filter.findings.includes(code)) found = true;
    if (!found) return false;
  }
  if (created.from !== undefined || created.to !== undefined) {
    if (typeof json.time_created !== "number") return false;
    if (created.from !== undefined && json.time_created * 1000 < created.from) return false;
    if (created.to !== undefined && json.time_created * 1000 >= created.to + 1) return false;
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

export function analysesOf({ groups }: FolderResolution): readonly AnalysisResolution[] {
  return groups.flatMap(({ analyses }) => analyses);
}

/** @returns milliseconds from the first creation in the group that decides to the last change there */
export function timeToResult(resolution: FolderResolution): number | undefined {
  const group = resolution.groups.find(({ id }) => id === resolution.deciding?.groupId);
  const ended = resolution.terminal && !["INITIAL", "PROCESSING"].includes(resultOf(resolution));
  if (!group || !ended || resolution.settling) return undefined;
  const times = group.analyses.map(({ createdAt }) => createdAt ?? Infinity);
  const ends = group.analyses.map(({ updatedAt }) => updatedAt ?? Infinity);
  const [first, last] = [Math.min(...times), Math.max(...ends)];
  return first === Infinity || last === Infinity ? undefined : last - first;
}

export function resultOf({ result, status }: FolderResolution): Status {
  return result ?? status ?? "UNKNOWN";
}

function hasScore(resolution: FolderResolution, wanted: ScoreCondition): boolean {
  for (const { type, terminal, result, scores } of analysesOf(resolution)) {
    const [score] = scores;
    if (!score || !terminal || TYPES[type ?? ""] !== wanted.analysis) continue;
    if (wanted.result !== undefined && result !== wanted.result) continue;
    if (wanted.from !== undefined && score.value < wanted.from) continue;
    if (wanted.below !== undefined && score.value >= wanted.below) continue;
    if (
      wanted.near === true &&
      !isClose(score.value, score.threshold) &&
      !isClose(score.value, score.lowerThreshold)
    )
      continue;
    return true;
  }
  return false;
}

function isClose(value: number, threshold: number | undefined): boolean {
  return threshold !== undefined && Math.abs(value - threshold) < 0.05 + 1e-12;
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
