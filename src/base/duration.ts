/**
 * @param elapsed milliseconds; negative counts as 0, because the clocks of two machines differ
 * @returns a duration, to the second below ten minutes: "7 s", "2 min 5 s", "12 min", "3 h 20 min", "2 d 3 h"
 */
export function duration(elapsed: number): string {
  const seconds = Math.max(0, Math.floor(elapsed / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (minutes === 0) return `${seconds} s`;
  if (minutes < 10) return both([minutes, "min"], [seconds % 60, "s"]);
  if (hours === 0) return `${minutes} min`;
  if (hours < 48) return both([hours, "h"], [minutes % 60, "min"]);
  return both([Math.floor(hours / 24), "d"], [hours % 24, "h"]);
}

/** @returns like `duration`, but to the minute, so that it changes once a minute at most: "less than a minute", "2 min" */
export function durationInMinutes(elapsed: number): string {
  return elapsed < 60_000 ? "less than a minute" : duration(elapsed - (elapsed % 60_000));
}

/** A number and its unit. */
type Part = readonly [count: number, unit: string];

function both(larger: Part, smaller: Part): string {
  return (smaller[0] === 0 ? [larger] : [larger, smaller]).map((part) => part.join(" ")).join(" ");
}
