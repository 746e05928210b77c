import * as l10n from "@vscode/l10n";
import { ago } from "../../base/language";

/** The units of ages: in short, as a word, and in milliseconds. */
const UNITS = [
  ["d", "day", 86_400_000],
  ["h", "hour", 3_600_000],
  ["m", "minute", 60_000],
] as const;

/**
 * @param then epoch milliseconds
 * @param now epoch milliseconds
 * @returns how long ago, in the largest unit that fits: "5m ago", "3h ago"; "just now" below a minute and for the
 * future, because the clocks of two machines differ
 */
export function age(then: number, now: number): string {
  const [count, unit] = inUnits(now - then);
  return unit ? `${count}${unit[0]} ago` : "just now";
}

/** @returns the same for a narrow row: "5m", "3h", "now" */
export function shortAge(then: number, now: number): string {
  const [count, unit] = inUnits(now - then);
  return unit ? `${count}${unit[0]}` : "now";
}

/** @returns the same as a screen reader should say it: "5 minutes ago", "3 hours ago" */
export function spokenAge(then: number, now: number): string {
  const [count, unit] = inUnits(now - then);
  return unit ? ago(count, unit[1]) : l10n.t("just now");
}

/** @returns how many whole units have passed, and which; no unit below a minute */
function inUnits(elapsed: number): readonly [count: number, unit: (typeof UNITS)[number] | undefined] {
  const unit = UNITS.find(([, , length]) => elapsed >= length);
  return [unit ? Math.floor(elapsed / unit[2]) : 0, unit];
}

/** @returns local date and time: "2026-11-23 12:03:11" */
export function exactTime(milliseconds: number): string {
  const date = new Date(milliseconds);
  const local = new Date(milliseconds - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 19).replace("T", " ");
}

/**
 * @returns local date and time with its zone: "2026-11-23 12:03:11 UTC+1". It is that of the machine on which the extension
 * runs: for a VS Code in a browser, it may not be the reader's
 */
export function zonedTime(milliseconds: number): string {
  return `${exactTime(milliseconds)} ${zoneOf(milliseconds)}`;
}

/** @returns the zone of local time at that moment: "UTC+1", "UTC-3:30", "UTC" */
export function zoneOf(milliseconds: number): string {
  const minutes = -new Date(milliseconds).getTimezoneOffset();
  if (minutes === 0) return "UTC";
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? "" : `:${String(size % 60).padStart(2, "0")}`;
  return `UTC${minutes < 0 ? "-" : "+"}${Math.floor(size / 60)}${rest}`;
}

/** @returns local date: "2026-11-23" */
export function dayOf(milliseconds: number): string {
  return exactTime(milliseconds).slice(0, -9);
}

/** @returns local time of day, with the date unless it is today: "12:03:11", "2026-11-22 12:03:11" */
export function shortTime(milliseconds: number, now: number): string {
  const exact = exactTime(milliseconds);
  return dayOf(milliseconds) === dayOf(now) ? exact.slice(-8) : exact;
}
