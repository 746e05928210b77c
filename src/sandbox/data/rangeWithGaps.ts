/** The whole numbers from 0 (inclusive) to a total (exclusive), except the gaps. Stores only the gaps. */
export class RangeWithGaps {
  readonly count: number;

  /** @param gaps the numbers to leave out: ascending, unique, below the total */
  constructor(
    total: number,
    private readonly gaps: readonly number[],
  ) {
    this.count = total - gaps.length;
  }

  /** @returns the i-th number of the range, from 0 */
  at(i: number): number {
    return i + firstIndexWhere(this.gaps.length, (gap) => (this.gaps[gap] ?? Infinity) - gap > i);
  }

  /** @param number below the total */
  has(number: number): boolean {
    return this.gaps[this.gapsBelow(number)] !== number;
  }

  /** @returns how many numbers below this one are left out */
  gapsBelow(number: number): number {
    return firstIndexWhere(this.gaps.length, (gap) => (this.gaps[gap] ?? Infinity) >= number);
  }
}

/**
 * Binary search.
 * @param test false up to some index and true from there on
 * @returns the first index for which the test is true; the count if there is none
 */
export function firstIndexWhere(count: number, test: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (test(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
