import type { SandboxFolder } from "../data/sandboxFolder";
import { invalidValue } from "../server/apiError";
import { type Params, several } from "./params";

const DAY = 86_400_000;

/** Inclusive, in epoch milliseconds. */
export interface TimeBounds {
  readonly member: "created" | "updated";
  readonly from: number;
  readonly to: number;
}

/** How the server reads bounds. */
export interface TimeRule {
  /** Whether bounds are exact and may be in ISO 8601; otherwise they are extended to whole days. */
  readonly exact: boolean;
  /** Milliseconds by which the zone of the server is ahead of UTC, which is that of its database. */
  readonly zone: number;
}

/**
 * Reads `.min` and `.max` of `time_created` and `time_updated` (oz-api.md 4.5). The server turns them into its own zone, and
 * the database takes them for UTC: they are off by the zone, unless they are written as a date or with a zone.
 * @param now epoch milliseconds
 * @throws ApiError 4 for anything but a time
 */
export function timeBounds(params: Params, rule: TimeRule, now: number): TimeBounds[] {
  const bounds: TimeBounds[] = [];
  for (const [name, member] of [
    ["time_created", "created"],
    ["time_updated", "updated"],
  ] as const) {
    const min = readBound(params, `${name}.min`, rule, now);
    const max = readBound(params, `${name}.max`, rule, now);
    const from = min === undefined ? -Infinity : rule.exact ? min : startOfDay(min);
    const to = max === undefined ? Infinity : rule.exact ? max : endOfDay(max);
    if (min !== undefined || max !== undefined) bounds.push({ member, from, to });
  }
  return bounds;
}

/** @returns whether a folder is within all bounds */
export function isWithin(
  bounds: readonly TimeBounds[],
  folder: Pick<SandboxFolder, TimeBounds["member"]>,
): boolean {
  return bounds.every(({ member, from, to }) => folder[member] >= from && folder[member] <= to);
}

function readBound(params: Params, name: string, rule: TimeRule, now: number): number | undefined {
  const values = several(params, name);
  if (!values) return undefined;
  if (new Set(values).size > 1) {
    const [column = "", end] = name.split(".");
    const comparison = end === "min" ? "greater" : "lower";
    throw invalidValue(`Invalid param '${column}' type for ${comparison}/equal compare`);
  }
  return parseTime(values[0] ?? "", rule, now);
}

/**
 * @param text a timestamp in seconds, milliseconds or microseconds, a date or perhaps ISO 8601, `now` or `today`
 * @returns epoch milliseconds, as the database understands them
 */
function parseTime(text: string, { exact, zone }: TimeRule, now: number): number {
  if (text.trim() !== "" && Number.isFinite(Number(text))) {
    const digits = String(Math.round(Number(text))).length;
    return Number(text) * (digits >= 16 ? 0.001 : digits >= 11 ? 1 : 1000) + zone;
  }
  if (text.toLowerCase() === "now") return now + zone;
  if (text.toLowerCase() === "today") return startOfDay(now + zone);
  const time = exact ? parseIso(text) : DATE.test(text) ? Date.parse(text) : NaN;
  if (!Number.isNaN(time)) return time;
  const format = exact ? "iso" : "%Y-%m-%d";
  throw invalidValue(`Invalid to convert date from string=${text} according to format=${format}`);
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)(Z|[+-]\d{2}:\d{2})?$/;

/** @returns NaN for anything but a date, which means its first moment, or a date and a time, which is UTC unless stated */
function parseIso(text: string): number {
  if (DATE.test(text)) return Date.parse(text);
  const [, date, time, zone = "Z"] = ISO.exec(text) ?? [];
  return Date.parse(`${date}T${time}${zone}`);
}

function startOfDay(time: number): number {
  return Math.floor(time / DAY) * DAY;
}

/** The framework's last moment of a day is 23:59:59.000999. */
function endOfDay(time: number): number {
  return startOfDay(time) + DAY - 1000 + 0.999;
}
