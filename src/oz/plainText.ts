/**
 * Makes a text of the server fit to stand inside a sentence.
 * Controls, line breaks and direction overrides become blanks; `](` is torn apart, since VS Code turns
 * `[text](command:…)` in a notification into a link; known secrets and words shaped like a token become `…`.
 * @param limit the most characters to keep
 * @param secrets texts that must not appear, for example the token that the request carried
 */
export function plainText(text: string, limit: number, secrets: readonly string[] = []): string {
  let plain = text;
  for (const secret of secrets) {
    if (secret !== "") plain = plain.replaceAll(secret, "…");
  }
  plain = plain
    .replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, " ")
    .replace(/[\w-]{24,}/g, (word) => (uuid.test(word) ? word : "…"))
    .replaceAll("](", "] (")
    .trim();
  const characters = Array.from(plain);
  return characters.length <= limit ? plain : `${characters.slice(0, limit - 1).join("")}…`;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
