import { ExactNumber } from "../../../../src/base/exactNumber";
import type { ServerFilter } from "../../../../src/folders/filter/serverFilters";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How a server applies filters. */
export interface ServerRules {
  /** The offset of its zone from UTC. */
  readonly hours: number;
  /** Whether it cuts times to days. */
  readonly cut: boolean;
  /** Whether it keeps statuses as texts, which may be empty; else they are of an enumeration. */
  readonly texts: boolean;
}

/** Whether a server returns a folder for a filter, by sections 4.4 to 4.6 of oz-api.md. */
export function serverKeeps(
  filter: ServerFilter,
  json: Record<string, unknown>,
  rules: ServerRules,
): boolean {
  for (const [name, wanted] of Object.entries(filter)) {
    switch (name) {
      case "system_resolution":
      case "resolution_status":
        if (!wanted.split(",").includes(statusIn(json[name], rules))) return false;
        break;
      case "time_created.min":
      case "time_created.max":
        if (!isWithin(json.time_created, name, Number(wanted) * 1000, rules)) return false;
        break;
      case "meta_data":
        for (const condition of wanted.split(",")) {
          const parts = condition.split("==");
          if (parts.length !== 2) throw new Error(`No server reads ${condition}`);
          if (memberText(json.meta_data, parts[0]!) !== parts[1]) return false;
        }
        break;
      default:
        throw new Error(`No server knows ${name}`);
    }
  }
  return true;
}

/** The column as the server compares it: one status, or `null`. No known server has blanks around a status. */
function statusIn(value: unknown, { texts }: ServerRules): string {
  if (typeof value !== "string") return "null";
  if (texts) return value.trim();
  const status = value.trim().toUpperCase();
  return status === "" ? "null" : status;
}

function isWithin(seconds: unknown, name: string, bound: number, { hours, cut }: ServerRules): boolean {
  if (typeof seconds !== "number") return false;
  const offset = hours * HOUR;
  const dayBegins = Math.floor((bound + offset) / DAY) * DAY - offset;
  if (name.endsWith(".min")) return seconds * 1000 >= (cut ? dayBegins : bound);
  // 23:59:59.000 is the last moment included.
  return seconds * 1000 <= (cut ? dayBegins + DAY - 1000 : bound);
}

/** @returns the value as the database writes it; undefined for null */
function memberText(metaData: unknown, name: string): string | undefined {
  if (typeof metaData !== "object" || metaData === null || Array.isArray(metaData)) return undefined;
  // Python reads it as an index, which leads into no object.
  if (/^[-+]?[0-9٠-٩]+(_[0-9٠-٩]+)*$/.test(name) || !Object.hasOwn(metaData, name)) return undefined;
  const value = (metaData as Record<string, unknown>)[name];
  if (value === null) return undefined;
  return typeof value === "number" || value instanceof ExactNumber
    ? databaseText(String(value))
    : typeof value === "string"
      ? value
      : JSON.stringify(value);
}

/** PostgreSQL writes no exponents. */
function databaseText(number: string): string {
  const [digits = "", power = "0"] = number.split("e");
  if (power === "0") return digits;
  return Number(power) > 0
    ? `${digits}${"0".repeat(Number(power))}`
    : `0.${"0".repeat(-Number(power) - 1)}${digits}`;
}
