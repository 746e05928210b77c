/**
 * @param character one or more
 * @returns it as a text of JSON can write any: `\u202e`
 */
export function escapeUnits(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
