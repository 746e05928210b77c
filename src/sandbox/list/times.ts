import type { Folder } from "../data/folder";
import { invalidValue } from "../server/errors";
import { type Params, several } from "./params";

const DAY = 86_400_000;

/** Inclusive, in epoch milliseconds. */
export interface TimeBounds {
  readonly member: "created" | "updated";
  readonly from: number;
  readonly to: number;
}

/**
 * Reads `.min` and `.max` of `time_created` and `time_updated`, both inclusive (oz-api.md 4.5). The zone is UTC.
 * @param cut whether bounds are cut to the whole day they lie in
 * @param now epoch milliseconds
 * @throws ApiError for what is no point in time
 */
export function timeBounds(params: Params, cut: boolean, now: number): TimeBounds[] {
  const bounds: TimeBounds[] = [];
  for (const [name, member] of [
    ["time_created", "created"],
    ["time_updated", "updated"],
  ] as const) {
    const min = bound(params, name, "min", now);
    const max = bound(params, name, "max", now);
    const from = min === undefined ? -Infinity : cut ? startOfDay(min) : min;
    const to = max === undefined ? Infinity : cut ? startOfDay(max) + DAY - 1 : max;
    if (min !== undefined || max !== undefined) bounds.push({ member, from, to });
  }
  return bounds;
}

/** @returns whether a folder lies within all of the bounds */
export function isWithin(bounds: readonly TimeBounds[], folder: Pick<Folder, TimeBounds["member"]>): boolean {
  return bounds.every(({ member, from, to }) => folder[member] >= from && folder[member] <= to);
}

function bound(params: Params, name: string, end: "min" | "max", now: number): number | undefined {
  const values = several(params, `${name}.${end}`);
  if (!values) return undefined;
  if (new Set(values).size > 1) {
    throw invalidValue(
      `Invalid param '${name}' type for ${end === "min" ? "greater" : "lower"}/equal compare`,
    );
  }
  return instant(values[0] ?? "", now);
}

/** Epoch milliseconds of a timestamp in seconds, milliseconds or microseconds, of a date, of `now` and `today`. */
function instant(text: string, now: number): number {
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
