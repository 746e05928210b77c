import { isObject, type JsonObject } from "../../base/readJson";
import type { MetaDataCondition } from "./folderFilter";

/**
 * Tells whether metadata meets a condition (section 4.6 of oz-api.md). Texts must be equal, including case; numbers and
 * booleans are compared as JSON; the value `null` also matches a missing member. Unlike on the server, a key with dots is
 * also looked up as a whole.
 */
export function meetsCondition(metaData: JsonObject | undefined, { key, value }: MetaDataCondition): boolean {
  return [valueAt(metaData, [key]), valueAt(metaData, key.split("."))].some(
    (found) => textOf(found) === value,
  );
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const name of path) {
    const isPossible = Array.isArray(at) ? /^\d+$/.test(name) : isObject(at);
    if (!isPossible || !Object.hasOwn(at as object, name)) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  return at;
}

/** @returns undefined for lists and objects, because only the server knows how it writes them */
function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null ? undefined : JSON.stringify(value ?? null);
}

/**
 * @param text in lower case
 * @returns whether any name or value inside the value contains the text; null and undefined contain nothing
 */
export function containsText(value: unknown, text: string): boolean {
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === "object" && next !== null) {
      for (const [name, inner] of Object.entries(next)) open.push(Array.isArray(next) ? "" : name, inner);
    } else if (typeof next === "string" ? next.toLowerCase().includes(text) : isScalarWith(next, text))
      return true;
  }
  return false;
}

function isScalarWith(value: unknown, text: string): boolean {
  return (typeof value === "number" || typeof value === "boolean") && String(value).includes(text);
}
