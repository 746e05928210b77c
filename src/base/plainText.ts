import { joinerIn } from "./joiners";
import { MAX_LINE } from "./limits";

/**
 * Control characters, line ends, and characters that are invisible or reverse the direction of a line, including fillers,
 * blank Braille, and variation selectors, in which text can be hidden: they stay only in emoji and after ideographs.
 */
const INVISIBLE =
  /(?:[\p{C}\p{Zl}\p{Zp}\s\u115f\u1160\u2800\u3164\uffa0]|\u034f|[\u{e0100}-\u{e01ef}]|(?<![\p{Extended_Pictographic}\p{Script=Han}])(?!\ufe0f\u20e3)[\ufe00-\ufe0f])+/gu;

/**
 * @returns the text in one line that is safe to copy: each run of whitespace, line ends and invisible characters becomes
 * a space, everything else stays, as do the joiners that a word or an emoji needs
 */
export function oneLine(text: string): string {
  return text.replace(INVISIBLE, (run, at: number) => joinerIn(text, run, at) ?? " ").trim();
}

/**
 * Makes one harmless line of a server's text: no line breaks, no reversed direction, truncated, and nothing that VS Code
 * would render as an icon, `$(…)`, or a link, `[…](…)`, in a label or notification.
 * @param limit the maximum number of characters
 */
export function plainText(text: string, limit = MAX_LINE): string {
  // Cut roughly first, so that a megabyte takes no longer than a line.
  const line = oneLine(text.slice(0, limit * 4))
    .replaceAll("$(", "$ (")
    .replaceAll("](", "] (");
  const characters = Array.from(line);
  return characters.length <= limit
    ? line
    : `${characters
        .slice(0, limit - 1)
        .join("")
        .replace(/[\u200c\u200d]$/, "")}…`;
}
