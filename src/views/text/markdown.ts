import { plainText } from "../../base/plainText";

/** Letters, digits and punctuation that no Markdown reader takes for a link, mention, emoji or format. */
const LITERAL = /^(?:[\p{L}\p{M}\p{N} ,;'"()%·-]|(?<=\d)[.:](?=\d)|[.:](?= |$))*$/u;

/**
 * Escapes a server's text for VS Code's Markdown, in one line. VS Code's own `appendText` would turn URLs into links.
 * @param limit the most characters to keep, see `plainText`
 */
export function escapeMarkdown(text: string, { limit }: { limit?: number } = {}): string {
  return plainText(text, limit).replace(/[\\`*_{}[\]()#+\-.!|<>&~^$:@=]/g, "\\$&");
}

/**
 * @returns a server's text as one line of inline code. In code, GitHub makes no mentions, links or references, however
 * they are written; and Slack knows no escapes at all
 */
export function code(text: string): string {
  return `\`${plainText(text).replaceAll("`", "'") || " "}\``;
}

/** @returns text that may quote a server as Markdown that shows it literally: as inline code where necessary */
export function literalMarkdown(text: string): string {
  const line = plainText(text);
  return LITERAL.test(line) ? line : code(line);
}

/** @param rows cells of Markdown */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
