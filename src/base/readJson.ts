/** Reading members of JSON values that a server sent: nothing here throws, whatever the value is. */

export type JsonObject = Readonly<Record<string, unknown>>;

/** Stands for what is no object: none of its members is there. */
export const NOTHING: JsonObject = {};

/** @returns whether the value is an object with members, which an array is not */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @returns the value's own member of that name; undefined when there is none, or nothing to have members */
export function member(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** @returns the first of the members that is a text and not empty */
export function textMember(value: unknown, ...names: string[]): string | undefined {
  for (const name of names) {
    const text = readText(member(value, name));
    if (text !== undefined) return text;
  }
  return undefined;
}

/** @returns the text; undefined when it is empty or no text */
export function readText(raw: unknown): string | undefined {
  return typeof raw === "string" && raw !== "" ? raw : undefined;
}

/** @returns the point in time that stands in the member, as `readTime` has it */
export function timeMember(value: unknown, name: string): number | undefined {
  return readTime(member(value, name));
}

/**
 * Reads a point in time as Oz API of any version writes it: UNIX seconds with or without a fraction,
 * milliseconds, microseconds (told apart by magnitude), a number as text, or ISO text.
 * @returns epoch milliseconds; undefined for anything else
 */
export function readTime(raw: unknown): number | undefined {
  if (typeof raw !== "number" && typeof raw !== "string") return undefined;
  if (typeof raw === "string" && raw.trim() === "") return undefined;
  const number = Number(raw);
  if (Number.isFinite(number)) {
    const size = Math.abs(number);
    const milliseconds = size >= 1e14 ? number / 1000 : size >= 1e11 ? number : number * 1000;
    // Beyond this no Date exists.
    return Math.abs(milliseconds) <= 8.64e15 ? milliseconds : undefined;
  }
  const parsed = Date.parse(String(raw));
  return Number.isNaN(parsed) ? undefined : parsed;
}
