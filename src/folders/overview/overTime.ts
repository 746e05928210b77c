import type { Status } from "../../status/status";
import type { TimeRange } from "../filter/folderFilter";
import { MINUTE, type Creations } from "./overviewSums";

/** Bars of a chart over time: more would be too narrow to click. */
const MAX_BARS = 48;

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Lengths of a bar that divide an hour in every time zone, in milliseconds. */
const SHORT_STEPS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR];

/** Lengths that are counted from midnight in local time. */
const LONG_STEPS = [3 * HOUR, 6 * HOUR, 12 * HOUR];

/** The folders created in one period, by result. */
export interface CreationBar {
  /** In epoch milliseconds, both ends included. */
  readonly created: Required<TimeRange>;
  readonly counts: ReadonlyMap<Status, number>;
}

/**
 * @param creations earliest first
 * @returns the results over time in at most `MAX_BARS` bars of the same length, earliest first: minutes, hours, days in local
 * time, or many days. Those between two others may be empty
 */
export function resultsOverTime(creations: Creations): readonly CreationBar[] {
  const [first, last] = [creations[0]?.at, creations.at(-1)?.at];
  if (first === undefined || last === undefined) return [];
  const starts = startsOf(first, last);
  const bars = starts.map((from, index) => ({
    created: { from, to: (starts[index + 1] ?? Infinity) - 1 },
    counts: new Map<Status, number>(),
  }));
  bars.pop();
  let place = 0;
  for (const { at, result, count } of creations) {
    while (at > (bars[place]?.created.to ?? Infinity)) place += 1;
    const counts = bars[place]?.counts;
    counts?.set(result, (counts.get(result) ?? 0) + count);
  }
  return bars;
}

/** @returns when each bar begins, and when the last one ends */
function startsOf(first: number, last: number): readonly number[] {
  const midnight = startOfDay(first);
  for (const step of [...SHORT_STEPS, ...LONG_STEPS]) {
    const origin = LONG_STEPS.includes(step) ? midnight : 0;
    const from = origin + Math.floor((first - origin) / step) * step;
    const count = Math.floor((last - from) / step) + 1;
    if (count <= MAX_BARS) return Array.from({ length: count + 1 }, (_, index) => from + index * step);
  }
  // Twice as many days each time, so that a single wrong time, such as year 9999, still has a chart.
  for (let days = 1; ; days *= 2) {
    const starts = dayStarts(midnight, last, days);
    if (starts) return starts;
  }
}

/** @returns undefined if there would be more than `MAX_BARS` bars */
function dayStarts(midnight: number, last: number, days: number): readonly number[] | undefined {
  if ((last - midnight) / (days * DAY) > MAX_BARS) return undefined;
  const starts = [midnight];
  for (let end = midnight; end <= last; starts.push(end)) {
    // Not a multiple of 24 hours, as days differ in length.
    const date = new Date(end);
    end = date.setDate(date.getDate() + days);
    // Beyond the range of Date.
    if (Number.isNaN(end)) end = last + MINUTE;
  }
  return starts.length > MAX_BARS + 1 ? undefined : starts;
}

/** @returns midnight in local time; the time itself at the beginning of the range of Date */
function startOfDay(time: number): number {
  const midnight = new Date(time).setHours(0, 0, 0, 0);
  return Number.isNaN(midnight) ? time : midnight;
}
