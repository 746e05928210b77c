import { plainText } from "../../status/plainText";

/** @returns a text of a server as Markdown shows it letter by letter, in one line */
export function escapeMarkdown(text: string): string {
  return plainText(text).replace(/[\\`*_{}[\]()#+\-.!|<>&~^$:@=]/g, "\\$&");
}

/** @param rows cells that are Markdown already */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
