import { partOf, type Reading, type Span } from "./reading";

/** What promises a secret, up to where that begins. */
const NAME =
  /(?:passw(?:or)?d|secret|token|signature|authorization|api-?key)["']?\s*[:=]>?\s*(?:(?:bearer|basic)\s+)?|\bbearer\s+/;

/**
 * All up to the closing quote, or else a word. The quote may be the first of a list (`["…"]`) or of bytes in Python
 * (`b'…'`); a text that was cut off has no closing one.
 */
const VALUE =
  /[[(]?[bu]?(?:"([^"\\]*(?:\\[\s\S]?[^"\\]*)*)|'([^'\\]*(?:\\[\s\S]?[^'\\]*)*))|([^\s"'&;,)}\]]+)/;

const NAMED = new RegExp(`(?:${NAME.source})(?:${VALUE.source})`, "gi");

/** @returns what follows a name that promises a secret */
export function namedSecrets(reading: Reading): readonly Span[] {
  return Array.from(reading.text.matchAll(NAMED)).flatMap(
    ({ 0: match, 1: double, 2: single, 3: word, index }) => {
      const value = double ?? single ?? word ?? "";
      const end = index + match.length;
      return value === "" ? [] : [partOf(reading, end - value.length, end)];
    },
  );
}
