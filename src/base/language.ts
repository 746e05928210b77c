import * as l10n from "@vscode/l10n";

/** The language of the texts, as VS Code names it: "pt-br". English where there is no translation, numbers included. */
let language = "en";
let plurals: Intl.PluralRules | undefined;
let numbers: Intl.NumberFormat | undefined;
let relativeTimes: Intl.RelativeTimeFormat | undefined;

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
  plurals = undefined;
  numbers = undefined;
  relativeTimes = undefined;
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
  // Made when first needed, as Intl takes longer to load than the whole extension.
  plurals ??= new Intl.PluralRules(language);
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
  numbers ??= new Intl.NumberFormat(language);
  return numbers.format(count);
}

/** @returns how long ago in words of the language: "4 minutes ago" */
export function ago(count: number, unit: "minute" | "hour" | "day"): string {
  relativeTimes ??= new Intl.RelativeTimeFormat(language);
  return relativeTimes.format(-count, unit);
}
