/** Controls, and the characters that turn the direction of a line or hide in it. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** What one line of a view has room for. */
const LONGEST = 200;

/**
 * Makes one harmless line of a text that a server sent: no line breaks, no reversed direction, cut when too long, and
 * nothing that VS Code would draw as an icon or a link in a label, a status-bar item or a notification.
 */
export function plainText(text: string): string {
  const line = text
    .slice(0, LONGEST * 4)
    .replace(INVISIBLE, " ")
    .trim();
  const cut = line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
  return cut.replaceAll("$(", "$\u200b(").replaceAll("](", "]\u200b(");
}
