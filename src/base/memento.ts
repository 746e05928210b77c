/** A store of JSON values that survives a restart, such as VS Code's `Memento`. */
export interface Memento {
  get(key: string): unknown;
  /** @param value undefined removes the key */
  update(key: string, value: unknown): PromiseLike<void>;
}

/** @returns the stored list with the item replaced by its ID, or appended */
export function putById<T extends { readonly id: string }>(items: readonly T[], item: T): readonly T[] {
  const known = items.some(({ id }) => id === item.id);
  return known ? items.map((other) => (other.id === item.id ? item : other)) : [...items, item];
}
