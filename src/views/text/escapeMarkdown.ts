import { plainText } from "../../base/plainText";

/**
 * @param limit the most characters to keep, as `plainText` has it
 * @returns a text of a server as Markdown shows it letter by letter, in one line; VS Code's own `appendText` makes
 * links of the addresses in it
 */
export function escapeMarkdown(text: string, { limit }: { limit?: number } = {}): string {
  return plainText(text, limit).replace(/[\\`*_{}[\]()#+\-.!|<>&~^$:@=]/g, "\\$&");
}
