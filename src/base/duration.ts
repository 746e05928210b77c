import * as l10n from "@vscode/l10n";
import type { TimeUnit } from "./language";

/** Writes a number with its unit. */
export type Writer = (count: number, unit: TimeUnit) => string;

/**
 * @param elapsed milliseconds; negative counts as 0, because the clocks of two machines differ
 * @param write `inFull` for a screen reader
 * @returns a duration, to the second below ten minutes: "7 s", "2 min 5 s", "12 min", "3 h 20 min", "2 d 3 h"
 */
export function duration(elapsed: number, write: Writer = withSymbol): string {
  const seconds = Math.max(0, Math.floor(elapsed / 1000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const both = (larger: Part, smaller: Part): string =>
    (smaller[0] === 0 ? [larger] : [larger, smaller]).map((part) => write(...part)).join(" ");
  if (minutes === 0) return write(seconds, "second");
  if (minutes < 10) return both([minutes, "minute"], [seconds % 60, "second"]);
  if (hours === 0) return write(minutes, "minute");
  if (hours < 48) return both([hours, "hour"], [minutes % 60, "minute"]);
  return both([Math.floor(hours / 24), "day"], [hours % 24, "hour"]);
}

/** @returns like `duration`, but to the minute, so that it changes once a minute at most: "less than a minute", "2 min" */
export function durationInMinutes(elapsed: number, write?: Writer): string {
  return elapsed < 60_000 ? l10n.t("less than a minute") : duration(elapsed - (elapsed % 60_000), write);
}

type Part = Parameters<Writer>;

function withSymbol(count: number, unit: TimeUnit): string {
  switch (unit) {
    case "second":
      return l10n.t("{0} s", count);
    case "minute":
      return l10n.t("{0} min", count);
    case "hour":
      return l10n.t("{0} h", count);
    case "day":
      return l10n.t("{0} d", count);
  }
}
