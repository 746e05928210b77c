/**
 * Replaces objects and lists that are nested too deeply with null, in the value itself and without recursion.
 * @param value parsed JSON that nobody else uses
 * @param most allowed levels of objects and lists, including the value itself
 * @returns how many were replaced
 */
export function cutDeep(value: unknown, most: number): number {
  let count = 0;
  let level: object[] = isHolder(value) ? [value] : [];
  for (let depth = 1; level.length > 0; depth += 1) {
    const next: object[] = [];
    for (const holder of level as Record<string, unknown>[]) {
      for (const name of Object.keys(holder)) {
        const inner = holder[name];
        if (!isHolder(inner)) continue;
        if (depth < most) next.push(inner);
        else {
          holder[name] = null;
          count += 1;
        }
      }
    }
    level = next;
  }
  return count;
}

function isHolder(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
