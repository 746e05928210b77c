import { isObject, type JsonObject } from "../../base/readJson";
import type { MetaDataCondition } from "./folderFilter";

/**
 * Whether metadata fulfils a condition (section 4.6 of oz-api.md): texts compare whole and with their case, numbers
 * and switches as JSON writes them, and the value `null` is also what is missing. Unlike on the server, a key with
 * dots is found as it stands, too.
 */
export function fulfils(metaData: JsonObject | undefined, { key, value }: MetaDataCondition): boolean {
  return [valueAt(metaData, [key]), valueAt(metaData, key.split("."))].some(
    (found) => textOf(found) === value,
  );
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const name of path) {
    const holds = Array.isArray(at) ? /^\d+$/.test(name) : isObject(at);
    if (!holds || !Object.hasOwn(at as object, name)) return undefined;
    at = (at as Record<string, unknown>)[name];
  }
  return at;
}

/** @returns undefined for lists and objects, whose text is the server's own */
function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null ? undefined : JSON.stringify(value ?? null);
}

/**
 * @param text in lower case
 * @returns whether some name or value in there has the text in it; nothing is in what is missing
 */
export function holdsText(value: unknown, text: string): boolean {
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next === "object" && next !== null) {
      for (const [name, inner] of Object.entries(next)) open.push(Array.isArray(next) ? "" : name, inner);
    } else if (typeof next === "string" ? next.toLowerCase().includes(text) : isWritten(next, text))
      return true;
  }
  return false;
}

/** Of a number or a switch; nothing is in null. */
function isWritten(value: unknown, text: string): boolean {
  return (typeof value === "number" || typeof value === "boolean") && String(value).includes(text);
}
