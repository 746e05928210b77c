/**
 * Freezes an object and everything in it, functions too. For data without cycles.
 * @returns the same object
 */
export function freezeDeep<T extends object>(value: T): T {
  for (const inner of Object.values(value) as unknown[])
    if ((typeof inner === "object" && inner !== null) || typeof inner === "function") freezeDeep(inner);
  return Object.freeze(value);
}
