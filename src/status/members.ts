/** Reading members of JSON values that a server sent: nothing here throws, whatever the value is. */

export type JsonObject = Readonly<Record<string, unknown>>;

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
    const text = member(value, name);
    if (typeof text === "string" && text !== "") return text;
  }
  return undefined;
}

/** @returns the elements of an array member; an empty array for anything else */
export function arrayMember(value: unknown, name: string): readonly unknown[] {
  const elements = member(value, name);
  return Array.isArray(elements) ? elements : [];
}

/**
 * Reads a point in time as Oz API of any version writes it: UNIX seconds with or without a fraction,
 * milliseconds, microseconds (told apart by magnitude), a number as text, or ISO text.
 * @returns epoch milliseconds; undefined for anything else
 */
export function timeMember(value: unknown, name: string): number | undefined {
  const raw = member(value, name);
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
