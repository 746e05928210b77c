import { isContainer } from "../../base/readJson";

/**
 * Replaces objects and lists that are nested too deeply with null. Changes the value itself, without recursion.
 * @param value parsed JSON that nothing else refers to
 * @param maxDepth how many levels of objects and lists to keep, including the value itself
 * @returns how many objects and lists were replaced
 */
export function cutDeep(value: unknown, maxDepth: number): number {
  let count = 0;
  let level: object[] = isContainer(value) ? [value] : [];
  for (let depth = 1; level.length > 0; depth += 1) {
    const next: object[] = [];
    for (const container of level as Record<string, unknown>[]) {
      for (const name of Object.keys(container)) {
        const inner = container[name];
        if (!isContainer(inner)) continue;
        if (depth < maxDepth) next.push(inner);
        else {
          container[name] = null;
          count += 1;
        }
      }
    }
    level = next;
  }
  return count;
}
