import { invalidValue } from "../server/errors";
import { type Params, several } from "./params";

/** An enumeration of the server: its words in upper case, and the name that its errors give it. */
export interface Enumeration {
  readonly title: string;
  readonly words: readonly string[];
}

/**
 * Reads one parameter of words and its `.exclude` (oz-api.md 4.4). Words match in any case, `null` a missing one. As in
 * SQL, what has no word is not "other than" one.
 * @param wordOf the word of an element; anything but a text, and an empty one, is a missing one
 * @throws ApiError 4 for a word that the server does not know
 */
export function wordFilters<T>(
  params: Params,
  name: string,
  known: Enumeration,
  wordOf: (element: T) => unknown,
): ((element: T) => boolean)[] {
  const filters: ((element: T) => boolean)[] = [];
  const wanted = readWords(params, name, known);
  if (wanted) filters.push((element) => wanted.has(comparable(wordOf(element))));
  const excluded = readWords(params, `${name}.exclude`, known);
  if (excluded) {
    filters.push((element) => {
      const word = comparable(wordOf(element));
      return word !== null && !excluded.has(word);
    });
  }
  return filters;
}

/** A column of words holds one or nothing, whatever a reply makes of nothing. */
function comparable(word: unknown): string | null {
  return typeof word === "string" && word !== "" ? word.toUpperCase() : null;
}

function readWords(params: Params, name: string, known: Enumeration): Set<string | null> | undefined {
  const values = several(params, name);
  if (!values) return undefined;
  return new Set(
    values.map((value) => {
      const word = value.toUpperCase();
      if (word === "NULL") return null;
      if (known.words.includes(word)) return word;
      throw invalidValue(`Could not cast ${value} as valid ${known.title}`);
    }),
  );
}
