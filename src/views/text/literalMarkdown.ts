import { plainText } from "../../base/plainText";

/** Letters, digits and such punctuation as no reader of Markdown takes for a link, a mention, an emoji or a format. */
const INERT = /^(?:[\p{L}\p{M}\p{N} ,;'"()%·-]|(?<=\d)[.:](?=\d)|[.:](?= |$))*$/u;

/**
 * @returns a text of a server as one line of code: GitHub makes no mention, link or reference in there, however it is
 * escaped elsewhere, and Slack knows no escapes at all
 */
export function code(text: string): string {
  return `\`${plainText(text).replaceAll("`", "'") || " "}\``;
}

/** @returns a text that may quote a server as Markdown that shows it letter by letter; as code where it must be */
export function literalMarkdown(text: string): string {
  const line = plainText(text);
  return INERT.test(line) ? line : code(line);
}
