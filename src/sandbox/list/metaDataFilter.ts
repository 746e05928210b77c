import type { SandboxFolder } from "../data/sandboxFolder";
import { metaDataOf } from "../reply/metaDataJson";
import { ApiError, invalidStructure } from "../server/apiError";
import { Float, type Json, type JsonMembers } from "../server/json";
import { jsonbText } from "./jsonbText";
import { type Params, several, wholeNumber } from "./params";

type Operator = "==" | "!=" | "<=" | ">=" | "<" | ">";
const OPERATORS: readonly Operator[] = ["==", "!=", "<=", ">=", "<", ">"];

/**
 * Reads `meta_data` (oz-api.md 4.6): comma-separated conditions, all of which must hold. Dots in a key lead into
 * objects. A part of a key that Python reads as a whole number is an index: it leads into lists, also from their end, but
 * never into objects. `==` and `!=` compare texts exactly, the others compare numbers. As in SQL, a folder without the key
 * matches only `==null`.
 * @throws ApiError 3 for a condition without an operator or with several; 12 if the value should be a number
 * @throws Error for `null` instead of a condition, on which the framework fails
 */
export function metaDataFilters(params: Params): ((folder: SandboxFolder) => boolean)[] {
  return (several(params, "meta_data") ?? []).map((condition) => {
    const { path, operator, value } = parse(condition);
    return (folder) => holds(lookUp(metaDataOf(folder), path), operator, value);
  });
}

function parse(condition: string): { path: string[]; operator: Operator; value: string | null } {
  if (condition.toLowerCase() === "null") throw new Error("The framework expects a text.");
  for (const operator of OPERATORS) {
    const [key, written, ...more] = condition.split(operator);
    if (key === undefined || written === undefined || more.length > 0) continue;
    const value = written.toLowerCase() === "null" ? null : written;
    if (value !== null && operator !== "==" && operator !== "!=") checkNumber(value);
    return { path: key.split("."), operator, value };
  }
  throw invalidStructure("Could not parse json field request descriptor: key_path and value required");
}

/** Fails like the database, because the framework does not check the value. */
function checkNumber(value: string): void {
  if (value.trim() === "" || Number.isNaN(Number(value))) throw new ApiError(12, "Database error occurred");
}

/** @returns the value as text, as the database compares it; undefined if it is null or missing */
function lookUp(metaData: Json, path: readonly string[]): string | undefined {
  let at: Json | undefined = metaData;
  for (const step of path) {
    if (at === null || typeof at !== "object" || at instanceof Float) return undefined;
    const index = wholeNumber(step);
    if (Array.isArray(at)) at = index === undefined ? undefined : (at as readonly Json[]).at(index);
    else at = index === undefined && Object.hasOwn(at, step) ? (at as JsonMembers)[step] : undefined;
    if (at === undefined) return undefined;
  }
  return jsonbText(at);
}

function holds(found: string | undefined, operator: Operator, value: string | null): boolean {
  if (value === null) {
    return operator === "==" ? found === undefined : operator === "!=" && found !== undefined;
  }
  if (found === undefined) return false;
  switch (operator) {
    case "==":
      return found === value;
    case "!=":
      return found !== value;
    case "<=":
      return Number(found) <= Number(value);
    case ">=":
      return Number(found) >= Number(value);
    case "<":
      return Number(found) < Number(value);
    case ">":
      return Number(found) > Number(value);
  }
}
