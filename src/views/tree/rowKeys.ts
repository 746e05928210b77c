/** How much of an id goes into a key: servers send ids of any length, and VS Code would keep them all. */
const LONGEST = 100;

/** Stands for a missing id. No id's key begins with it. */
const NO_ID = "#";

/** Writes an id with letters, digits, "_" and "-" alone and "%" before the number of any other UTF-16 unit. */
function keyOf(id: string): string {
  // By units, because encodeURIComponent throws on half a surrogate pair.
  return id
    .slice(0, LONGEST)
    .replace(/[^\w-]/g, (unit) => `%${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/**
 * Gives each thing of a list a key of its own, whatever ids a server sent: what comes again gets "~2", "~3" and so on,
 * which no id can write.
 * @param things in the order of their rows
 * @returns each with its key, which has no slash; the same list always has the same keys
 */
export function withKeys<T extends { readonly id: string | undefined }>(
  things: readonly T[],
): readonly (readonly [key: string, thing: T])[] {
  const counts = new Map<string, number>();
  return things.map((thing) => {
    const key = thing.id === undefined ? NO_ID : keyOf(thing.id);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return [count === 1 ? key : `${key}~${count}`, thing];
  });
}
