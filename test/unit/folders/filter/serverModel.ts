import type { ServerFilter } from "../../../../src/folders/filter/serverFilters";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Whether a server keeps a folder in its list, by sections 4.4 to 4.6 of oz-api.md.
 * @param zone how far its days are from UTC, and whether it cuts times to days
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
        if (!wanted.split(",").includes(wordIn(json[name]))) return false;
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

/** A column holds one of its words or nothing: what else a reply says is not in it. */
function wordIn(value: unknown): string {
  const word = typeof value === "string" ? value.trim().toUpperCase() : "";
  return word === "" ? "null" : word;
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
  // 23:59:59, and not a moment later.
  return seconds * 1000 <= (cut ? dayBegins + DAY - 1000 : bound);
}

/** As the database makes a text of it; lists and objects in its own way. */
function memberText(metaData: unknown, name: string): string | undefined {
  if (typeof metaData !== "object" || metaData === null || Array.isArray(metaData)) return undefined;
  if (!Object.hasOwn(metaData, name)) return undefined;
  const value = (metaData as Record<string, unknown>)[name];
  return value === null ? undefined : typeof value === "string" ? value : JSON.stringify(value);
}
