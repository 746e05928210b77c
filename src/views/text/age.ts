const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

const format = new Intl.RelativeTimeFormat("en", { style: "narrow", numeric: "always" });

/**
 * @param then epoch milliseconds
 * @param now epoch milliseconds
 * @returns how long ago, in the largest unit that fits: "5m ago", "3h ago"; "just now" below a minute and
 * for the future, since the clocks of two machines differ
 */
export function age(then: number, now: number): string {
  const passed = now - then;
  const unit = UNITS.find(([, length]) => passed >= length);
  return unit ? format.format(-Math.floor(passed / unit[1]), unit[0]) : "just now";
}

const exact = new Intl.DateTimeFormat("sv-SE", {
  dateStyle: "short",
  timeStyle: "medium",
});

/** @returns local date and time to the second, for example 2026-11-23 12:03:11 */
export function exactTime(milliseconds: number): string {
  return exact.format(milliseconds);
}

/** @returns the local time of day, for example 12:03:11 */
export function timeOfDay(milliseconds: number): string {
  return exactTime(milliseconds).slice(11);
}
