import { fraction } from "../../src/sandbox/data/hash";

/** Random choices, the same for the same seed. */
export class Random {
  private count = 0;

  constructor(private readonly seed: number) {}

  /** @returns a number from 0 up to 1 */
  readonly next = (): number => fraction(this.seed, ++this.count);

  /** @param probability from 0 to 1 */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** @returns one of them; undefined if there are none */
  pick<T>(choices: readonly T[]): T | undefined {
    return choices[Math.floor(this.next() * choices.length)];
  }
}
