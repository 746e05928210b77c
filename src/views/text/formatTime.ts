import * as l10n from "@vscode/l10n";
import { ago, inDate, inShort, joined, type TimeUnit } from "../../base/language";

/** The units of ages, and their milliseconds. */
const UNITS: readonly (readonly [unit: TimeUnit, length: number])[] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/**
 * @param then epoch milliseconds
 * @param now epoch milliseconds
 * @returns how long ago, in the largest unit that fits: "5m ago", "3h ago"; "just now" below a minute and for the
 * future, because the clocks of two machines differ
 */
export function age(then: number, now: number): string {
  return inUnits(now - then, (count, unit) => l10n.t("{0} ago", inShort(count, unit))) ?? l10n.t("just now");
}

/** @returns the same for a narrow row: "5m", "3h", "now" */
export function shortAge(then: number, now: number): string {
  return inUnits(now - then, inShort) ?? l10n.t("now");
}

/** @returns the same as a screen reader should say it: "5 minutes ago", "3 hours ago" */
export function spokenAge(then: number, now: number): string {
  return inUnits(now - then, ago) ?? l10n.t("just now");
}

/** @returns how many whole units have passed, in words; undefined below a minute */
function inUnits(elapsed: number, write: (count: number, unit: TimeUnit) => string): string | undefined {
  const found = UNITS.find(([, length]) => elapsed >= length);
  return found && write(Math.floor(elapsed / found[1]), found[0]);
}

/** @returns local time as if it were UTC, in milliseconds */
function localTime(milliseconds: number): number {
  return milliseconds - new Date(milliseconds).getTimezoneOffset() * 60_000;
}

/** @returns local date and time as a user types it, whatever the language: "2026-11-23 12:03:11" */
export function typedTime(milliseconds: number): string {
  return new Date(localTime(milliseconds)).toISOString().slice(0, -5).replace("T", " ");
}

/** @returns local date, which names a day whatever the language: "2026-11-23" */
export function dayOf(milliseconds: number): string {
  return typedTime(milliseconds).slice(0, -9);
}

/** @returns local date in the language of the texts: "2026-11-23" */
export function exactDate(milliseconds: number): string {
  return inDate(localTime(milliseconds));
}

/** @returns local date and time in the language of the texts: "2026-11-23 12:03:11" */
export function exactTime(milliseconds: number): string {
  return `${exactDate(milliseconds)} ${timeOfDay(milliseconds)}`;
}

/** @returns in UTC, for other programs: "2026-11-23T12:03:11.000Z"; undefined for an unknown time */
export function isoTime(milliseconds: number | undefined): string | undefined {
  return milliseconds === undefined ? undefined : new Date(milliseconds).toISOString();
}

/** @returns `exactTime` to the minute: "2026-11-23 12:03" */
export function exactMinute(milliseconds: number): string {
  return exactTime(milliseconds).slice(0, -":11".length);
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

/** @returns the zones of times in a sentence: "Times are UTC+1." */
export function zonesInWords(times: readonly number[]): string {
  return l10n.t("Times are {0}.", joined([...new Set(times.map(zoneOf))]));
}

/** @returns local time of day, with the date unless it is today: "12:03:11", "2026-11-22 12:03:11" */
export function shortTime(milliseconds: number, now: number): string {
  return dayOf(milliseconds) === dayOf(now) ? timeOfDay(milliseconds) : exactTime(milliseconds);
}

function timeOfDay(milliseconds: number): string {
  return typedTime(milliseconds).slice(-8);
}
