import type { Clock } from "../../src/base/clock";
import type { Memento } from "../../src/base/memento";

/** Milliseconds after which a window reads what another has written. */
export const LAG = 400;

/**
 * VS Code's global state. Each window has a copy of it, writes all of it at once, and reads what others have written a
 * moment later: of two changes at the same time one may be lost, or each window may read the other's.
 */
export class SharedState {
  private readonly copies: Map<string, unknown>[] = [];

  constructor(private readonly clock: Clock) {}

  /** @returns the state as one window sees it */
  openWindow(): Memento {
    const copy = new Map(this.copies[0]);
    this.copies.push(copy);
    return {
      get: (key) => copy.get(key),
      update: (key, value) => {
        copy.set(key, structuredClone(value));
        const written = new Map(copy);
        this.clock.after(LAG, () => {
          for (const other of this.copies) if (other !== copy) replace(other, written);
        });
        return Promise.resolve();
      },
    };
  }
}

function replace(copy: Map<string, unknown>, written: ReadonlyMap<string, unknown>): void {
  copy.clear();
  for (const [key, value] of written) copy.set(key, value);
}
