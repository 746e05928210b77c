import { originalSpan, type DecodedText, type Span } from "./decodings";

/** What precedes a secret, such as `password:` or `Bearer`. */
const NAME =
  /(?:passw(?:or)?d|secret|token|signature|authorization|api-?key)["']?\s*[:=]>?\s*(?:(?:bearer|basic)\s+)?|\bbearer\s+/;

/**
 * Everything up to the closing quote, or one word without quotes. A list (`["…"]`) or Python bytes (`b'…'`) may be around
 * the quotes; a truncated text has no closing one.
 */
const VALUE =
  /[[(]?[bu]?(?:"([^"\\]*(?:\\[\s\S]?[^"\\]*)*)|'([^'\\]*(?:\\[\s\S]?[^'\\]*)*))|([^\s"'&;,)}\]]+)/;

const NAMED_SECRET = new RegExp(`(?:${NAME.source})(?:${VALUE.source})`, "gi");

/** @returns the spans of the values that follow names such as `password:` */
export function namedSecrets(decoded: DecodedText): readonly Span[] {
  return Array.from(decoded.text.matchAll(NAMED_SECRET)).flatMap(
    ({ 0: match, 1: double, 2: single, 3: word, index }) => {
      const value = double ?? single ?? word ?? "";
      const end = index + match.length;
      return value === "" ? [] : [originalSpan(decoded, end - value.length, end)];
    },
  );
}
