import type { Scrubber } from "../../base/log/scrubber";
import { plainText } from "../../base/plainText";

/** More than any sentence holds, so that a server's megabyte is not searched for secrets. */
const MAX_SCRUBBED_LENGTH = 10_000;

/**
 * Makes a server's text fit to be quoted in a sentence: one plain line with `…` in place of secrets.
 * @param limit the most characters to keep
 */
export function quoteServerText(text: string, limit: number, scrubber: Scrubber): string {
  return plainText(scrubber.scrub(text.slice(0, MAX_SCRUBBED_LENGTH)), limit);
}

/** @returns the server's message as a sentence includes it, with a leading space; "" if there is none */
export function inBrackets(said: string | undefined): string {
  return said === undefined ? "" : ` (“${said}”)`;
}
