import * as l10n from "@vscode/l10n";

/** The language of the texts, as VS Code names it: "pt-br". English where there is no translation, numbers included. */
let language = "en";

/** Made when first needed, as Intl takes longer to load than the whole extension. */
let formats: {
  plurals?: Intl.PluralRules;
  numbers?: Intl.NumberFormat;
  relativeTimes?: Intl.RelativeTimeFormat;
  lists?: Intl.ListFormat;
  dates?: Intl.DateTimeFormat;
  percents?: Intl.NumberFormat;
} = {};
const units = new Map<string, Intl.NumberFormat>();

export type TimeUnit = "second" | "minute" | "hour" | "day";

/** In the order in which a message has its forms. No language has all. */
const CATEGORIES: readonly Intl.LDMLPluralRule[] = ["zero", "one", "two", "few", "many", "other"];

/**
 * Sets the language of all texts that are made from now on. What was made before keeps its own, so this comes first.
 * @param displayLanguage VS Code's
 * @param translation our texts in it by the English ones; undefined if there is none
 */
export function useLanguage(
  displayLanguage: string,
  translation: Readonly<Record<string, string>> | undefined,
): void {
  language = translation ? displayLanguage : "en";
  formats = {};
  units.clear();
  l10n.config({ contents: translation ?? {} });
}

/**
 * Chooses the form of a message that goes with a number, as languages have two, three or more.
 * @param forms the translated message once for each form of the language, in the order one, few, many, other, separated by
 * "|": "{0} folder|{0} folders"
 * @param count a whole number, {0} in the message
 * @param others {1}, {2} and so on
 */
export function counted(forms: string, count: number, ...others: readonly string[]): string {
  const all = forms.split("|");
  const plurals = (formats.plurals ??= new Intl.PluralRules(language));
  const { pluralCategories } = plurals.resolvedOptions();
  const own = CATEGORIES.filter((category) => pluralCategories.includes(category));
  // Forms that no whole number has, or only millions, may be left out at the end.
  const form = all[Math.min(own.indexOf(plurals.select(count)), all.length - 1)] ?? forms;
  // eslint-disable-next-line no-restricted-syntax -- the whole message was translated where it is written
  return l10n.t(form, inDigits(count), ...others);
}

/** @returns a whole number with the separators of the language: "1,001" */
export function inDigits(count: number): string {
  if (count < 1000) return String(count);
  return (formats.numbers ??= new Intl.NumberFormat(language)).format(count);
}

/**
 * @param share from 0 to 1
 * @returns it in percent, to two decimal places, so that one of 10,000 is not nothing: "12.5%"
 */
export function inPercent(share: number): string {
  formats.percents ??= new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 2 });
  return formats.percents.format(share);
}

/** @returns how long ago in words of the language: "4 minutes ago" */
export function ago(count: number, unit: TimeUnit): string {
  return (formats.relativeTimes ??= new Intl.RelativeTimeFormat(language)).format(-count, unit);
}

/** @returns a time in words of the language: "4 minutes" */
export function inFull(count: number, unit: TimeUnit): string {
  return withUnit(count, unit, "long");
}

/** @returns the same for a narrow row: "4m" */
export function inShort(count: number, unit: TimeUnit): string {
  return withUnit(count, unit, "narrow");
}

function withUnit(count: number, unit: TimeUnit, unitDisplay: "long" | "narrow"): string {
  const key = `${unitDisplay} ${unit}`;
  const format = units.get(key) ?? new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay });
  units.set(key, format);
  return format.format(count);
}

/** @returns "Liveness", "Liveness and Face match", "Liveness, Face match and Documents" */
export function joined(words: readonly string[]): string {
  if (words.length < 2) return words.join();
  // American English would have a comma before "and".
  return (formats.lists ??= new Intl.ListFormat(language === "en" ? "en-GB" : language)).format(words);
}

/**
 * @param milliseconds of local time, as if it were UTC: the zone may change while VS Code runs
 * @returns the date as the language writes it; in English, whose countries differ, as in JSON: "2026-11-23"
 */
export function inDate(milliseconds: number): string {
  if (language === "en") return new Date(milliseconds).toISOString().split("T")[0] ?? "";
  formats.dates ??= new Intl.DateTimeFormat(language, {
    timeZone: "UTC",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  });
  return formats.dates.format(milliseconds);
}
