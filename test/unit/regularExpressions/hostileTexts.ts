/** What fills a hostile text: most of these are near to something that is looked for, over and over. */
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

/** What comes last, so that something that began well does not end well. */
const ENDS = ["", "!\n\u0001"];

/** Words of a pattern, as they stand in a text that nearly matches: `<title`, `>`, `</title` */
function wordsOf({ source }: RegExp): string[] {
  const words = source.match(/(?:\\[^\w]|[\w<>&"' :/=@-])+/g) ?? [];
  return words.map((word) => word.replaceAll("\\", "")).filter((word) => word !== "");
}

/**
 * @param pattern whose own words become pieces, and beginnings, too
 * @param more beginnings
 * @returns texts of about a length that a pattern may take long to refuse
 */
export function hostileTexts(pattern: RegExp, more: readonly string[], length: number): string[] {
  const words = wordsOf(pattern);
  const begun = words.map((_, index) => words.slice(0, index + 1).join(""));
  const pieces = [...new Set([...PIECES, ...words, ...begun])];
  const beginnings = [...new Set(["", ...begun.slice(0, 2), ...more])];
  return beginnings.flatMap((beginning) =>
    pieces.flatMap((piece) =>
      ENDS.map((end) => `${beginning}${piece.repeat(Math.ceil(length / piece.length))}${end}`),
    ),
  );
}
