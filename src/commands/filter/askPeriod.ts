import * as l10n from "@vscode/l10n";
import { window } from "vscode";
import { SINCE, type Period, type TimeRange } from "../../folders/filter/folderFilter";
import { periodInWords } from "../../views/text/filterInWords";
import { typedTime, zoneOf } from "../../views/text/formatTime";
import { UserError } from "../command";
import { askText } from "../prompts/askText";

const LAST_MILLISECOND = 999;

/**
 * Asks for the period in which folders were created.
 * @returns "any" for no condition; undefined if cancelled
 */
export async function askPeriod(
  title: string,
  current: Period | undefined,
): Promise<Period | "any" | undefined> {
  const items = [
    { label: l10n.t("Any time"), period: "any" as const },
    ...SINCE.map((since) => ({ label: capitalized(periodInWords({ since })), period: { since } })),
    { label: l10n.t("Between…"), period: undefined },
  ];
  const picked = await window.showQuickPick(items, {
    title,
    placeHolder: l10n.t("When the folders were created"),
  });
  if (!picked || picked.period) return picked?.period;
  return askText({
    title,
    prompt: l10n.t("Start and end, in local time ({0} now); either can be left out", zoneOf(Date.now())),
    placeholder: "2026-11-22 09:00 .. 2026-11-22 18:30",
    value: current && !("since" in current) ? periodText(current) : undefined,
    accept: parsePeriod,
  });
}

/**
 * Reads a period in local time: `2026-11-22`, `2026-11-22 09:00 .. 2026-11-22 18:30`, `2026-11-22 ..`. A date without a
 * time is the whole day. "to" may stand for "..", which all languages understand.
 * @throws UserError for anything else
 */
export function parsePeriod(text: string): TimeRange {
  const [first = "", last = first, ...more] = text.split(/\bto\b|\.\./i).map((part) => part.trim());
  const [from, to] = [startOf(first), endOf(last)];
  if (more.length > 0 || (first === "" && last === "")) throw notAPeriod();
  if (from !== undefined && to !== undefined && from > to) {
    throw new UserError(l10n.t("The period ends before it begins."));
  }
  return { from, to };
}

/** @returns the text that `parsePeriod` reads as that period, to the second */
export function periodText({ from, to }: TimeRange): string {
  return `${from === undefined ? "" : typedTime(from)} .. ${to === undefined ? "" : typedTime(to)}`.trim();
}

const startOf = (text: string): number | undefined => parseTime(text, ["00", "00", "00"], 0);
const endOf = (text: string): number | undefined => parseTime(text, ["23", "59", "59"], LAST_MILLISECOND);

/**
 * @param defaults hour, minute and second of a date without a time
 * @param milliseconds of a date without a time
 */
function parseTime(text: string, defaults: readonly string[], milliseconds: number): number | undefined {
  if (text === "") return undefined;
  const match = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text);
  if (!match) throw notAPeriod();
  const [, day = "", ...parts] = match;
  const [hour, minute, second] = parts.map(
    (part: string | undefined, index) => part ?? defaults[index] ?? "00",
  );
  // A time without seconds is the first second of its minute, be it the start or the end.
  const seconds = parts[0] !== undefined && parts[2] === undefined ? "00" : second;
  const date = new Date(`${day}T${hour}:${minute}:${seconds}`);
  // Some engines read 30 February as a day in March.
  if (Number.isNaN(date.getTime()) || typedTime(date.getTime()).slice(0, 10) !== day) throw notAPeriod();
  return date.getTime() + (parts[0] === undefined ? milliseconds : 0);
}

function notAPeriod(): UserError {
  return new UserError(l10n.t("Enter a period like 2026-11-22, or 2026-11-22 09:00 .. 2026-11-22 18:30."));
}

function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
