import * as l10n from "@vscode/l10n";
import { MAX_SCRUBBED_LENGTH } from "../../base/limits";
import type { Scrubber } from "../../base/log/scrubber";
import { plainText } from "../../base/plainText";

/**
 * Prepares a server's text to be quoted in a sentence: one plain line with `…` in place of secrets.
 * @param limit the maximum number of characters
 */
export function quoteServerText(text: string, limit: number, scrubber: Scrubber): string {
  return plainText(scrubber.scrub(text.slice(0, MAX_SCRUBBED_LENGTH)), limit);
}

/** @returns the server's message in quotes and brackets, after a space; "" if there is none */
export function inBrackets(serverMessage: string | undefined): string {
  if (serverMessage === undefined) return "";
  const quoted = l10n.t({
    message: "(“{0}”)",
    args: [serverMessage],
    comment: "What a server said, at the end of a sentence",
  });
  return ` ${quoted}`;
}
