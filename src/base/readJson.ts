/** Reads members of JSON values that a server sent. Nothing here throws, whatever the value is. */

export type JsonObject = Readonly<Record<string, unknown>>;

/** Stands in for a missing object. */
export const EMPTY_OBJECT: JsonObject = {};

/** @returns whether the value is an object, which null and arrays are not */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
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

/** @returns the time in the member, as `readTime` reads it */
export function timeMember(value: unknown, name: string): number | undefined {
  return readTime(member(value, name));
}

/**
 * Reads a time as any version of Oz API writes it: UNIX seconds with or without a fraction, milliseconds or microseconds
 * (told apart by magnitude), any of these as a string, or an ISO date.
 * @returns epoch milliseconds; undefined for anything else
 */
export function readTime(raw: unknown): number | undefined {
  if (typeof raw !== "number" && typeof raw !== "string") return undefined;
  if (typeof raw === "string" && raw.trim() === "") return undefined;
  const number = Number(raw);
  if (Number.isFinite(number)) {
    const size = Math.abs(number);
    const milliseconds = size >= 1e14 ? number / 1000 : size >= 1e11 ? number : number * 1000;
    // The range of Date.
    return Math.abs(milliseconds) <= 8.64e15 ? milliseconds : undefined;
  }
  const parsed = Date.parse(String(raw));
  return Number.isNaN(parsed) ? undefined : parsed;
}
