import * as l10n from "@vscode/l10n";

/**
 * @param elapsed milliseconds; negative counts as 0, because the clocks of two machines differ
 * @returns a duration, to the second below ten minutes: "7 s", "2 min 5 s", "12 min", "3 h 20 min", "2 d 3 h"
 */
export function duration(elapsed: number): string {
  const seconds = Math.max(0, Math.floor(elapsed / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (minutes === 0) return inSeconds(seconds);
  if (minutes < 10) return both([minutes, inMinutes], [seconds % 60, inSeconds]);
  if (hours === 0) return inMinutes(minutes);
  if (hours < 48) return both([hours, inHours], [minutes % 60, inMinutes]);
  return both([Math.floor(hours / 24), inDays], [hours % 24, inHours]);
}

/** @returns like `duration`, but to the minute, so that it changes once a minute at most: "less than a minute", "2 min" */
export function durationInMinutes(elapsed: number): string {
  return elapsed < 60_000 ? l10n.t("less than a minute") : duration(elapsed - (elapsed % 60_000));
}

const inSeconds = (count: number): string => l10n.t("{0} s", count);
const inMinutes = (count: number): string => l10n.t("{0} min", count);
const inHours = (count: number): string => l10n.t("{0} h", count);
const inDays = (count: number): string => l10n.t("{0} d", count);

/** A number, and what writes it with its unit. */
type Part = readonly [count: number, inUnit: (count: number) => string];

function both(larger: Part, smaller: Part): string {
  return (smaller[0] === 0 ? [larger] : [larger, smaller]).map(([count, inUnit]) => inUnit(count)).join(" ");
}
