/** The whole numbers from 0 up to but not including a total, without a few. Costs as much as there are of those. */
export class Rest {
  /** How many are left. */
  readonly count: number;

  /** @param without ascending, each once, all of them below the total */
  constructor(
    total: number,
    private readonly without: readonly number[],
  ) {
    this.count = total - without.length;
  }

  /** @returns the i-th number that is left */
  at(i: number): number {
    return i + firstWhere(this.without.length, (gap) => (this.without[gap] ?? Infinity) - gap > i);
  }

  /** @returns whether a number below the total is left */
  has(number: number): boolean {
    return this.without[this.missingBelow(number)] !== number;
  }

  /** @returns how many numbers are missing below this one */
  missingBelow(number: number): number {
    return firstWhere(this.without.length, (gap) => (this.without[gap] ?? Infinity) >= number);
  }
}

/** @returns the first index from which on the test holds, by halving; the count, where it never does */
export function firstWhere(count: number, test: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
