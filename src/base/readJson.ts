/** Reads members of JSON values that a server sent. Nothing here throws, whatever the value is. */
import { ExactNumber } from "./exactNumber";

export type JsonObject = Readonly<Record<string, unknown>>;

/** Stands in for a missing object. */
export const EMPTY_OBJECT: JsonObject = {};

/** @returns whether the value is an object, which null, arrays and exact numbers are not */
export function isObject(value: unknown): value is JsonObject {
  return isContainer(value) && !Array.isArray(value);
}

/** @returns whether the value is an object or an array */
export function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof ExactNumber);
}

/** @returns the value's own member of that name; undefined if there is none or the value is not an object */
export function member(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** @returns the first of the members that is a non-empty string */
export function textMember(value: unknown, ...names: string[]): string | undefined {
  for (const name of names) {
    const text = readText(member(value, name));
    if (text !== undefined) return text;
  }
  return undefined;
}

/** @returns the value if it is a non-empty string */
export function readText(raw: unknown): string | undefined {
  return typeof raw === "string" && raw !== "" ? raw : undefined;
}

/** @returns the ID as text if it is a non-empty string or a number */
export function readIdText(raw: unknown): string | undefined {
  return typeof raw === "number" || raw instanceof ExactNumber ? String(raw) : readText(raw);
}

/** @returns the nearest JavaScript number, for comparing and calculating; undefined for anything else and if it is too large */
export function readNumber(raw: unknown): number | undefined {
  const number = raw instanceof ExactNumber ? Number(raw.text) : raw;
  return Number.isFinite(number) ? (number as number) : undefined;
}

/** @returns the value as JSON writes it; undefined for objects, arrays and strings */
export function scalarText(value: unknown): string | undefined {
  const isScalar = typeof value === "number" || typeof value === "boolean" || value instanceof ExactNumber;
  return isScalar ? String(value) : undefined;
}

/** @returns the time in the member, as `readTime` reads it */
export function timeMember(value: unknown, name: string): number | undefined {
  return readTime(member(value, name));
}

/**
 * The latest time that is read, in epoch milliseconds; as long before 1970, the earliest. `Date` ends two days later, so that
 * each can be written in local time, and so can the end of its day.
 */
export const MAX_TIME = 8.64e15 - 2 * 86_400_000;

/** A date, a time of day if any, and its zone if any: `Z`, `+03:00`, `+0300` or `+03`. */
const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?:Z|([+-]\d\d)(?::?(\d\d))?)?)?$/;

/**
 * Reads a time as any version of Oz API writes it: UNIX seconds with or without a fraction, milliseconds or microseconds
 * (told apart by magnitude), any of these as a string, or an ISO date with or without a time, in UTC unless it names its zone.
 * @returns epoch milliseconds; undefined for anything else
 */
export function readTime(raw: unknown): number | undefined {
  if (typeof raw !== "string") return fromUnixTime(readNumber(raw));
  if (raw.trim() === "") return undefined;
  const number = Number(raw);
  return Number.isFinite(number) ? fromUnixTime(number) : readIsoTime(raw);
}

function fromUnixTime(number: number | undefined): number | undefined {
  if (number === undefined) return undefined;
  const size = Math.abs(number);
  const milliseconds = size >= 1e14 ? number / 1000 : size >= 1e11 ? number : number * 1000;
  return Math.abs(milliseconds) <= MAX_TIME ? milliseconds : undefined;
}

/** Gives `Date.parse` all parts, because it would read what is missing in the zone of this machine. */
function readIsoTime(text: string): number | undefined {
  const match = ISO.exec(text);
  if (!match) return undefined;
  const [, date, time = "00:00", hours = "+00", minutes = "00"] = match;
  const parsed = Date.parse(`${date}T${time}${hours}:${minutes}`);
  return Number.isNaN(parsed) ? undefined : parsed;
}
