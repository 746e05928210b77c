/** Milliseconds of each unit. Intl could format this, but takes longer to load than the whole extension. */
const UNITS: readonly (readonly [string, number])[] = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["m", 60_000],
];

/**
 * @param then epoch milliseconds
 * @param now epoch milliseconds
 * @returns how long ago, in the largest unit that fits: "5m ago", "3h ago"; "just now" below a minute and for the
 * future, because the clocks of two machines differ
 */
export function age(then: number, now: number): string {
  const elapsed = now - then;
  const unit = UNITS.find(([, length]) => elapsed >= length);
  return unit ? `${Math.floor(elapsed / unit[1])}${unit[0]} ago` : "just now";
}

/**
 * @param elapsed milliseconds; negative counts as 0, because the clocks of two machines differ
 * @returns a duration, to the second below ten minutes: "7 s", "2 min 5 s", "12 min", "3 h 20 min"
 */
export function duration(elapsed: number): string {
  const seconds = Math.max(0, Math.floor(elapsed / 1000));
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${seconds} s`;
  if (minutes < 10) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** @returns local date and time: "2026-11-23 12:03:11" */
export function exactTime(milliseconds: number): string {
  const date = new Date(milliseconds);
  const local = new Date(milliseconds - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19).replace("T", " ");
}

/** @returns local time of day: "12:03:11" */
export function timeOfDay(milliseconds: number): string {
  return exactTime(milliseconds).slice(-8);
}

/** @returns local time of day, with the date unless it is today */
export function shortTime(milliseconds: number, now: number): string {
  const [today] = exactTime(now).split(" ");
  const exact = exactTime(milliseconds);
  return exact.startsWith(`${today} `) ? timeOfDay(milliseconds) : exact;
}
