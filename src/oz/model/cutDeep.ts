/**
 * Puts null in the place of all objects and lists that stand too deep, in the value itself. Goes no deeper by itself.
 * @param value JSON as it was parsed, which nobody else has
 * @param most how many objects and lists may stand in each other, the value itself included
 * @returns how many were cut away
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
