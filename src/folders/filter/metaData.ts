import { isSameNumber } from "../../base/exactNumber";
import { isContainer, isObject, scalarText, type JsonObject } from "../../base/readJson";
import type { MetaDataCondition } from "./folderFilter";

/**
 * Tells whether metadata meets a condition (section 4.6 of oz-api.md). Texts must be equal, including case; numbers are
 * compared by their value, and booleans as JSON; the value `null` also matches a missing member. Unlike on the server, a
 * key with dots is also looked up as a whole.
 */
export function meetsCondition(metaData: JsonObject | undefined, { key, value }: MetaDataCondition): boolean {
  return [valueAt(metaData, [key]), valueAt(metaData, key.split("."))].some((found) => isEqual(found, value));
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

/** @returns false for lists and objects, because only the server knows how it writes them */
function isEqual(found: unknown, wanted: string): boolean {
  if (typeof found === "string") return found === wanted;
  if (found === null || found === undefined) return wanted === "null";
  const text = scalarText(found);
  return text !== undefined && (text === wanted || isSameNumber(text, wanted));
}

/**
 * @param text in lower case
 * @returns whether any name or value inside the value contains the text; null and undefined contain nothing
 */
export function containsText(value: unknown, text: string): boolean {
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (isContainer(next)) {
      for (const [name, inner] of Object.entries(next)) open.push(Array.isArray(next) ? "" : name, inner);
    } else {
      const scalar = typeof next === "string" ? next : scalarText(next);
      if (scalar?.toLowerCase().includes(text) === true) return true;
    }
  }
  return false;
}
