/** @returns the list with one more, or with it in place of the one that has its id */
export function putById<T extends { readonly id: string }>(all: readonly T[], one: T): readonly T[] {
  const known = all.some(({ id }) => id === one.id);
  return known ? all.map((other) => (other.id === one.id ? one : other)) : [...all, one];
}
