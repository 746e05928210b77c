import type { Status } from "../../status/status";
import type { TimeRange } from "../filter/folderFilter";
import { MINUTE, type OverviewSums } from "./overviewSums";

/** Bars of a chart over time: more would be too narrow to click. */
const MAX_BARS = 48;

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Lengths of a bar that divide an hour in every time zone, in milliseconds. */
const SHORT_STEPS = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR];

/** The folders created in one period, by result. */
export interface CreationBar {
  /** In epoch milliseconds, both ends included. */
  readonly created: Required<TimeRange>;
  readonly counts: ReadonlyMap<Status, number>;
}

/**
 * @returns the results over time in at most `MAX_BARS` bars of the same length, earliest first: minutes, hours, days in local
 * time, or many days. Those between two others may be empty
 */
export function resultsOverTime({ creations }: Pick<OverviewSums, "creations">): readonly CreationBar[] {
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
  for (const step of SHORT_STEPS) {
    const from = Math.floor(first / step) * step;
    const count = Math.floor((last - from) / step) + 1;
    if (count <= MAX_BARS) return Array.from({ length: count + 1 }, (_, index) => from + index * step);
  }
  // Twice as many days each time, so that a single wrong time, such as year 9999, still has a chart.
  for (let days = 1; ; days *= 2) {
    const starts = dayStarts(first, last, days);
    if (starts) return starts;
  }
}

/** @returns undefined if there would be more than `MAX_BARS` bars */
function dayStarts(first: number, last: number, days: number): readonly number[] | undefined {
  if ((last - first) / (days * DAY) > MAX_BARS) return undefined;
  const midnight = new Date(first).setHours(0, 0, 0, 0);
  // NaN beyond the range of Date, here and below.
  const starts = [Number.isNaN(midnight) ? first : midnight];
  for (let end = starts[0] ?? first; end <= last; starts.push(end)) {
    // Not a multiple of 24 hours, as days differ in length.
    const date = new Date(end);
    end = date.setDate(date.getDate() + days);
    if (Number.isNaN(end)) end = last + MINUTE;
  }
  return starts.length > MAX_BARS + 1 ? undefined : starts;
}
