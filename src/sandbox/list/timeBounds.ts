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

/**
 * Reads `.min` and `.max` of `time_created` and `time_updated` (oz-api.md 4.5), in UTC.
 * @param roundToDays whether to extend the bounds to whole days
 * @param now epoch milliseconds
 * @throws ApiError 4 for anything but a time
 */
export function timeBounds(params: Params, roundToDays: boolean, now: number): TimeBounds[] {
  const bounds: TimeBounds[] = [];
  for (const [name, member] of [
    ["time_created", "created"],
    ["time_updated", "updated"],
  ] as const) {
    const min = readBound(params, name, "min", now);
    const max = readBound(params, name, "max", now);
    const from = min === undefined ? -Infinity : roundToDays ? startOfDay(min) : min;
    const to = max === undefined ? Infinity : roundToDays ? startOfDay(max) + DAY - 1 : max;
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

function readBound(params: Params, name: string, end: "min" | "max", now: number): number | undefined {
  const values = several(params, `${name}.${end}`);
  if (!values) return undefined;
  if (new Set(values).size > 1) {
    throw invalidValue(
      `Invalid param '${name}' type for ${end === "min" ? "greater" : "lower"}/equal compare`,
    );
  }
  return parseTime(values[0] ?? "", now);
}

/**
 * @param text a timestamp in seconds, milliseconds or microseconds, a date, `now` or `today`
 * @returns epoch milliseconds
 */
function parseTime(text: string, now: number): number {
  if (text.trim() !== "" && Number.isFinite(Number(text))) {
    const digits = String(Math.round(Number(text))).length;
    return Number(text) * (digits >= 16 ? 0.001 : digits >= 11 ? 1 : 1000);
  }
  if (text.toLowerCase() === "now") return now;
  if (text.toLowerCase() === "today") return startOfDay(now);
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(date)) {
    throw invalidValue(`Invalid to convert date from string=${text} according to format=%Y-%m-%d`);
  }
  return date;
}

function startOfDay(time: number): number {
  return Math.floor(time / DAY) * DAY;
}
