/** Counts how often each key occurs. A key that no longer occurs takes no memory. */
export class Counter<Key> {
  private readonly counts = new Map<Key, number>();

  /** @param by 1 to add the key, -1 to take it away */
  add(key: Key, by: 1 | -1): void {
    const count = this.of(key) + by;
    if (count === 0) this.counts.delete(key);
    else this.counts.set(key, count);
  }

  of(key: Key): number {
    return this.counts.get(key) ?? 0;
  }

  /** In no particular order. */
  get entries(): Iterable<readonly [key: Key, count: number]> {
    return this.counts;
  }

  /** Most frequent first; of two that are equally frequent, the one first in `compare`. */
  mostFrequent(compare: (a: Key, b: Key) => number): readonly (readonly [key: Key, count: number])[] {
    return [...this.counts].sort(([a, aCount], [b, bCount]) => bCount - aCount || compare(a, b));
  }
}
