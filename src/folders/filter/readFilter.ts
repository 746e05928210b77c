import { isDeepStrictEqual } from "node:util";
import { isObject, member, readNumber, type JsonObject } from "../../base/readJson";
import { FINDING_CODES, type FindingCode } from "../../status/finding";
import { STATUSES, type Status } from "../../status/status";
import {
  SINCE,
  type FolderFilter,
  type MetaDataCondition,
  type NumberRange,
  type Period,
  type ScoreCondition,
} from "./folderFilter";

/**
 * Reads a filter as JSON has it: conditions by the names of `FolderFilter`.
 * @returns undefined for one with a condition or a value that this version does not know: without it, it would match other
 * folders
 */
export function readFilter(json: JsonObject): FolderFilter | undefined {
  const read = readConditions(json);
  return isSame(read, json) ? read : undefined;
}

/** @returns whether nothing is lost of what was written */
function isSame(read: FolderFilter, written: JsonObject): boolean {
  try {
    return isDeepStrictEqual(inJson(read), inJson(written));
  } catch {
    // Nested too deeply for JSON.stringify.
    return false;
  }
}

/** What JSON keeps of a value. */
function inJson(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}

function readConditions(filter: JsonObject): FolderFilter {
  return {
    results: list(filter.results, readStatus),
    statuses: list(filter.statuses, readStatus),
    analyses: list(filter.analyses, readString),
    score: readScore(filter.score),
    timeTaken: isObject(filter.timeTaken) ? readRange(filter.timeTaken) : undefined,
    errorCodes: list(filter.errorCodes, readString),
    findings: list(filter.findings, readFinding),
    created: readPeriod(filter.created),
    metaData: list(filter.metaData, readCondition),
    text: typeof filter.text === "string" ? filter.text : undefined,
  };
}

function list<T>(value: unknown, read: (one: unknown) => T | undefined): readonly T[] | undefined {
  return Array.isArray(value) ? value.map(read).filter((one) => one !== undefined) : undefined;
}

const readString = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

const readStatus = (value: unknown): Status | undefined => STATUSES.find((status) => status === value);

const readFinding = (value: unknown): FindingCode | undefined =>
  (Object.keys(FINDING_CODES) as FindingCode[]).find((code) => code === value);

function readRange({ from, below }: JsonObject): NumberRange {
  return { from: readNumber(from), below: readNumber(below) };
}

function readScore(json: unknown): ScoreCondition | undefined {
  if (!isObject(json) || typeof json.analysis !== "string") return undefined;
  const near = typeof json.near === "boolean" ? json.near : undefined;
  return { analysis: json.analysis, result: readStatus(json.result), ...readRange(json), near };
}

function readCondition(json: unknown): MetaDataCondition | undefined {
  const [key, value] = [member(json, "key"), member(json, "value")];
  return typeof key === "string" && typeof value === "string" ? { key, value } : undefined;
}

function readPeriod(json: unknown): Period | undefined {
  if (!isObject(json)) return undefined;
  const since = SINCE.find((start) => start === json.since);
  return since ? { since } : { from: readNumber(json.from), to: readNumber(json.to) };
}
