import { scrub } from "../log/scrub";
import { plainText } from "../status/plainText";

/**
 * Makes a text of the server fit to stand inside a sentence: one plain line in which known secrets and words shaped
 * like a token are `…`.
 * @param limit the most characters to keep
 * @param secrets texts that must not appear, for example the token that the request carried
 */
export function quotable(text: string, limit: number, secrets: readonly string[] = []): string {
  let safe = text;
  for (const secret of secrets) {
    if (secret !== "") safe = safe.replaceAll(secret, "…");
  }
  return plainText(scrub(safe), limit);
}
