/**
 * Controls, line ends, and the characters that turn the direction of a line or hide in it: also fillers, blank Braille,
 * and the selectors in which a text can be hidden.
 */
const INVISIBLE = /(?:[\p{C}\p{Zl}\p{Zp}\s\u115f\u1160\u2800\u3164\uffa0]|\u034f|[\u{e0100}-\u{e01ef}])+/gu;

/** What one line of a view has room for. */
const LONGEST = 200;

/**
 * @returns a text in one line, with a blank for each run of blanks, line ends and invisible characters; all else stays
 * as it is, so that it can be copied
 */
export function oneLine(text: string): string {
  return text.replace(INVISIBLE, " ").trim();
}

/**
 * Makes one harmless line of a text that a server sent: no line breaks, no reversed direction, cut when too long, and
 * nothing that VS Code would draw as an icon, `$(…)`, or as a link, `[…](…)`, in a label or a notification.
 * @param limit the most characters to keep
 */
export function plainText(text: string, limit = LONGEST): string {
  // Long before the limit counts, so that a megabyte costs no more than a line.
  const line = oneLine(text.slice(0, limit * 4))
    .replaceAll("$(", "$ (")
    .replaceAll("](", "] (");
  const characters = Array.from(line);
  return characters.length <= limit ? line : `${characters.slice(0, limit - 1).join("")}…`;
}
