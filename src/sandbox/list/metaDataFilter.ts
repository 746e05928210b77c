import type { SandboxFolder } from "../data/sandboxFolder";
import { metaDataOf } from "../reply/metaDataJson";
import { ApiError, invalidStructure } from "../server/apiError";
import { Float, type Json, writeJson } from "../server/json";
import { type Params, several } from "./params";

type Operator = "==" | "!=" | "<=" | ">=" | "<" | ">";
const OPERATORS: readonly Operator[] = ["==", "!=", "<=", ">=", "<", ">"];

/**
 * Reads `meta_data` (oz-api.md 4.6): comma-separated conditions, all of which must hold. Dots in a key lead into
 * objects, whole numbers into lists. `==` and `!=` compare texts exactly, the others compare numbers. As in SQL, a
 * folder without the key matches only `==null`.
 * @throws ApiError 3 for a condition without key, operator or value; 12 if the value should be a number
 */
export function metaDataFilters(params: Params): ((folder: SandboxFolder) => boolean)[] {
  return (several(params, "meta_data") ?? []).map((condition) => {
    const { path, operator, value } = parse(condition);
    return (folder) => holds(lookUp(metaDataOf(folder), path), operator, value);
  });
}

function parse(condition: string): { path: string[]; operator: Operator; value: string | null } {
  for (const operator of OPERATORS) {
    const [key, value, ...more] = condition.split(operator).filter((part) => part !== "");
    if (key === undefined || value === undefined || more.length > 0) continue;
    if (operator !== "==" && operator !== "!=") checkNumber(value);
    return { path: key.split("."), operator, value: value.toLowerCase() === "null" ? null : value };
  }
  throw invalidStructure("Could not parse json field request descriptor: key_path and value required");
}

/** Fails like the database, because the framework does not check the value. */
function checkNumber(value: string): void {
  if (Number.isNaN(Number(value))) throw new ApiError(12, "Database error occurred");
}

/** @returns the value as text, as the database compares it; undefined if it is null or missing */
function lookUp(metaData: Json, path: readonly string[]): string | undefined {
  let at: Json | undefined = metaData;
  for (const step of path) {
    if (at === null || typeof at !== "object" || at instanceof Float) return undefined;
    if (Array.isArray(at) && !/^\d+$/.test(step)) return undefined;
    at = Object.hasOwn(at, step) ? (at as Readonly<Record<string, Json | undefined>>)[step] : undefined;
    if (at === undefined) return undefined;
  }
  if (at === null) return undefined;
  return typeof at === "string" ? at : writeJson(at);
}

function holds(found: string | undefined, operator: Operator, value: string | null): boolean {
  if (value === null)
    return operator === "==" ? found === undefined : operator === "!=" && found !== undefined;
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
