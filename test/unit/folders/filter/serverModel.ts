import type { ServerFilter } from "../../../../src/folders/filter/serverFilters";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Whether a server returns a folder for a filter, by sections 4.4 to 4.6 of oz-api.md.
 * @param zone its offset from UTC, and whether it cuts times to days
 */
export function serverKeeps(
  filter: ServerFilter,
  json: Record<string, unknown>,
  zone: { readonly hours: number; readonly cut: boolean },
): boolean {
  for (const [name, wanted] of Object.entries(filter)) {
    switch (name) {
      case "system_resolution":
      case "resolution_status":
        if (!wanted.split(",").includes(statusIn(json[name]))) return false;
        break;
      case "time_created.min":
      case "time_created.max":
        if (!isWithin(json.time_created, name, Number(wanted) * 1000, zone)) return false;
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

/** The column as the server compares it: one status, or `null`. */
function statusIn(value: unknown): string {
  const status = typeof value === "string" ? value.trim().toUpperCase() : "";
  return status === "" ? "null" : status;
}

function isWithin(
  seconds: unknown,
  name: string,
  bound: number,
  { hours, cut }: { readonly hours: number; readonly cut: boolean },
): boolean {
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
  if (!Object.hasOwn(metaData, name)) return undefined;
  const value = (metaData as Record<string, unknown>)[name];
  return value === null ? undefined : typeof value === "string" ? value : JSON.stringify(value);
}
