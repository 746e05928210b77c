import type { Scrubber } from "../../base/log/scrubber";
import { plainText } from "../../base/plainText";

/** More than a sentence can ever hold; a server's megabyte need not be searched for secrets. */
const ENOUGH = 10_000;

/**
 * Makes a text of the server fit to stand inside a sentence: one plain line in which secrets are `…`.
 * @param limit the most characters to keep
 */
export function quoteServerText(text: string, limit: number, scrubber: Scrubber): string {
  return plainText(scrubber.scrub(text.slice(0, ENOUGH)), limit);
}
