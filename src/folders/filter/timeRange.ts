import type { Period, Since, TimeRange } from "./folderFilter";

const HOUR = 3_600_000;

/**
 * @param now epoch milliseconds
 * @returns the period as a range; days begin at midnight local time
 */
export function timeRangeOf(period: Period | undefined, now: number): TimeRange {
  return period && "since" in period ? { from: startOf(period.since, now) } : (period ?? {});
}

function startOf(since: Since, now: number): number {
  switch (since) {
    case "hour":
      return now - HOUR;
    case "today":
      return midnight(now, 0);
    case "yesterday":
      return midnight(now, 1);
    case "week":
      return midnight(now, 7);
  }
}

/** @returns the start of the day that many days ago. Not a multiple of 24 hours, because days differ in length. */
function midnight(now: number, daysBefore: number): number {
  const date = new Date(now);
  date.setDate(date.getDate() - daysBefore);
  return date.setHours(0, 0, 0, 0);
}
