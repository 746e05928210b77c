import { firstIndexWhere } from "./rangeWithGaps";

/** When folders have arrived since the epoch: by themselves at an interval, or one by one when told to. */
export class ArrivalTimes {
  /** Epoch milliseconds, ascending. */
  private readonly told: number[] = [];

  /**
   * @param epoch epoch milliseconds
   * @param interval milliseconds; 0 if no folder arrives by itself
   */
  constructor(
    private readonly epoch: number,
    private readonly interval: number,
  ) {}

  /** @returns how many have arrived by this time, in epoch milliseconds */
  count(now: number): number {
    if (this.interval > 0) return Math.max(0, Math.floor((now - this.epoch) / this.interval));
    return firstIndexWhere(this.told.length, (index) => (this.told[index] ?? 0) > now);
  }

  /** @returns when a folder arrived, in epoch milliseconds. The first has the index 1 */
  createdAt(index: number): number {
    return this.told[index - 1] ?? this.epoch + Math.floor(index * this.interval);
  }

  /**
   * Lets a folder arrive, at least a millisecond after the one before.
   * @param now epoch milliseconds
   * @returns its index
   * @throws Error if folders arrive by themselves
   */
  arrive(now: number): number {
    if (this.interval > 0) throw new Error("In this sandbox folders arrive by themselves.");
    return this.told.push(Math.max(now, (this.told.at(-1) ?? this.epoch) + 1));
  }
}
