/** A store of JSON values that survives a restart, as VS Code's `Memento` is. */
export interface Memento {
  get(key: string): unknown;
  /** @param value undefined removes the key */
  update(key: string, value: unknown): PromiseLike<void>;
}
