import type { TimeRange } from "../../folders/filter/folderFilter";
import { exactTime } from "../../views/text/formatTime";
import { UserError } from "../userError";

const LAST_MOMENT = 999;

/**
 * Reads a period as people write one: `2026-11-22`, `2026-11-22 09:00 to 2026-11-22 18:30`, `2026-11-22 to`, in the
 * time of this machine. A day alone is the whole of it.
 * @throws UserError for anything else
 */
export function parsePeriod(text: string): TimeRange {
  const [first = "", last = first, ...more] = text.split(/\bto\b/i).map((part) => part.trim());
  const [from, to] = [startOf(first), endOf(last)];
  if (more.length > 0 || (first === "" && last === "")) throw notAPeriod();
  if (from !== undefined && to !== undefined && from > to) {
    throw new UserError("The period ends before it begins.");
  }
  return { from, to };
}

/** @returns what `parsePeriod` reads as that period, to the second */
export function periodText({ from, to }: TimeRange): string {
  return `${from === undefined ? "" : exactTime(from)} to ${to === undefined ? "" : exactTime(to)}`.trim();
}

const startOf = (text: string): number | undefined => moment(text, ["00", "00", "00"], 0);
const endOf = (text: string): number | undefined => moment(text, ["23", "59", "59"], LAST_MOMENT);

/** @param rest the hour, the minute and the second where they are not written */
function moment(text: string, rest: readonly string[], milliseconds: number): number | undefined {
  if (text === "") return undefined;
  const match = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text);
  if (!match) throw notAPeriod();
  const [, day = "", ...parts] = match;
  const [hour, minute, second] = parts.map((part: string | undefined, index) => part ?? rest[index] ?? "00");
  // A time to the minute begins and ends with its first second.
  const seconds = parts[0] !== undefined && parts[2] === undefined ? "00" : second;
  const time = `${day}T${hour}:${minute}:${seconds}`;
  const date = new Date(time);
  // 30 February is a day in March to some engines.
  if (Number.isNaN(date.getTime()) || exactTime(date.getTime()).slice(0, 10) !== day) throw notAPeriod();
  return date.getTime() + (parts[0] === undefined ? milliseconds : 0);
}

function notAPeriod(): UserError {
  return new UserError("Write a period like 2026-11-22, or 2026-11-22 09:00 to 2026-11-22 18:30.");
}
