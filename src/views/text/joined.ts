/** @returns "Liveness", "Liveness and Face match", "Liveness, Face match and Documents" */
export function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
