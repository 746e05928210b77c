/** Repeated to fill a hostile text: most are close to something that an expression looks for. */
const PIECES = [
  ...Array.from(" \t\n,;:.=-_/\\\"'`([{<>}&@#%?$0aAf\u0001\u202e"),
  " ,",
  "\\\\",
  '\\"',
  "$(",
  "](",
  "1.",
  "a-",
  "a/",
  "ab ",
  " to",
  "%7B",
  "&#",
  "\u{1f600}",
  "12345678-",
  "12345678-1234-1234-1234-123456789012-",
];

/** Endings that spoil a match which began well. */
const ENDS = ["", "!\n\u0001"];

/** The literal parts of a pattern, as in a text that nearly matches: `<title`, `>`, `</title`. */
function literalsOf({ source }: RegExp): string[] {
  const literals = source.match(/(?:\\[^\w]|[\w<>&"' :/=@-])+/g) ?? [];
  return literals.map((word) => word.replaceAll("\\", "")).filter((word) => word !== "");
}

/** Makes a text of about a length. */
export type HostileText = (length: number) => string;

/**
 * @param pattern its literal parts become pieces and beginnings too
 * @param more further beginnings
 * @returns texts that the pattern may take long to reject
 */
export function hostileTexts(pattern: RegExp, more: readonly string[]): readonly HostileText[] {
  const literals = literalsOf(pattern);
  const begun = literals.map((_, index) => literals.slice(0, index + 1).join(""));
  const pieces = [...new Set([...PIECES, ...literals, ...begun])];
  const beginnings = [...new Set(["", ...begun.slice(0, 2), ...more])];
  return beginnings.flatMap((beginning) =>
    pieces.flatMap((piece) =>
      ENDS.map(
        (end): HostileText =>
          (length) =>
            `${beginning}${piece.repeat(Math.ceil(length / piece.length))}${end}`,
      ),
    ),
  );
}
