import { MAX_SENTENCE } from "../../base/limits";
import { plainText } from "../../base/plainText";

/** Letters, joiners, digits and punctuation that no Markdown reader takes for a link, mention, emoji or format. */
const LITERAL =
  /^(?:\u200c|\u200d|[\p{L}\p{M}\p{N} ,;'"“”‘’«»()·—…-]|(?<=\d)[.:](?=\d)|[.:](?= |$)|%(?=[ ,;.:)]|$))*$/u;

/** What would begin a list where a line or an item of a list begins with it. */
const LIST_MARKER = /^(?:-|\d+[.)])(?: |$)/;

/** What GitHub or GitLab may link all the same: a commit's hash, or a number with a prefix, such as GH-1 or CVE-2021-1. */
const REFERENCE = /(?<![\p{L}\p{M}\p{N}])[\da-f]{7,}(?![\p{L}\p{M}\p{N}])|[\p{L}\p{M}]-*\d/iu;

/**
 * Escapes a server's text for VS Code's Markdown, in one line. VS Code's own `appendText` would turn URLs into links.
 * @param limit the most characters to keep, see `plainText`
 */
export function escapeMarkdown(text: string, { limit }: { limit?: number } = {}): string {
  return plainText(text, limit).replace(/[\\`*_{}[\]()#+\-.!|<>&~^$:@=]/g, "\\$&");
}

/**
 * @param limit the most characters to keep, see `plainText`
 * @returns a server's text as one line of inline code. In code, GitHub makes no mentions, links or references, however
 * they are written; and Slack knows no escapes at all
 */
export function code(text: string, limit?: number): string {
  return `\`${plainText(text, limit).replaceAll("`", "'") || " "}\``;
}

/** @returns a sentence of ours for VS Code's Markdown, whole */
export function escapeSentence(text: string): string {
  return escapeMarkdown(text, { limit: MAX_SENTENCE });
}

/**
 * @param limit the most characters to keep, see `plainText`
 * @returns text that may quote a server as Markdown that shows it literally: as inline code where necessary
 */
export function literalMarkdown(text: string, limit?: number): string {
  const line = plainText(text, limit);
  const isLiteral = LITERAL.test(line) && !REFERENCE.test(line) && !LIST_MARKER.test(line);
  return isLiteral ? line : code(line, limit);
}

/** @param rows cells of Markdown; a `|` in inline code is escaped here, where it would end the cell */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => text.replaceAll(/(?<!\\)\|/g, "\\|");
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
