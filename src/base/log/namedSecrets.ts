import { originalSpan, type DecodedText, type Span } from "./decodings";

/** What announces a secret, up to where the secret begins. */
const NAME =
  /(?:passw(?:or)?d|secret|token|signature|authorization|api-?key)["']?\s*[:=]>?\s*(?:(?:bearer|basic)\s+)?|\bbearer\s+/;

/**
 * Everything up to the closing quote, else one word. The quote may open a list (`["…"]`) or Python bytes (`b'…'`); a
 * truncated text has no closing one.
 */
const VALUE =
  /[[(]?[bu]?(?:"([^"\\]*(?:\\[\s\S]?[^"\\]*)*)|'([^'\\]*(?:\\[\s\S]?[^'\\]*)*))|([^\s"'&;,)}\]]+)/;

const NAMED = new RegExp(`(?:${NAME.source})(?:${VALUE.source})`, "gi");

/** @returns what follows a name that announces a secret */
export function namedSecrets(decoded: DecodedText): readonly Span[] {
  return Array.from(decoded.text.matchAll(NAMED)).flatMap(
    ({ 0: match, 1: double, 2: single, 3: word, index }) => {
      const value = double ?? single ?? word ?? "";
      const end = index + match.length;
      return value === "" ? [] : [originalSpan(decoded, end - value.length, end)];
    },
  );
}
