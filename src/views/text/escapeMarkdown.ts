import { plainText } from "../../status/plainText";

/**
 * @returns a text of a server as Markdown shows it letter by letter, in one line; VS Code's own `appendText` makes
 * links of the addresses in it
 */
export function escapeMarkdown(text: string): string {
  return plainText(text).replace(/[\\`*_{}[\]()#+\-.!|<>&~^$:@=]/g, "\\$&");
}
