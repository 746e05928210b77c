/** Milliseconds between requests of a running folder: short at first, longer while nothing changes. */
const FIRST_INTERVAL = 1_000;
const MAX_INTERVAL = 15_000;
const GROWTH = 1.5;

interface Step {
  /** When it was polled last, in epoch milliseconds. */
  readonly last: number;
  readonly interval: number;
  /** When it was last requested on its own, not only with the list of changes. */
  readonly requestedAt: number;
}

const NEVER: Step = { last: -Infinity, interval: FIRST_INTERVAL, requestedAt: -Infinity };

/** How often each running folder is polled. */
export class PollIntervals {
  private readonly steps = new Map<string, Step>();

  last(id: string): number {
    return this.step(id).last;
  }

  interval(id: string): number {
    return this.step(id).interval;
  }

  /** Records that a folder was requested on its own. */
  folderRequested(id: string, now: number): void {
    const { interval } = this.step(id);
    this.steps.set(id, { last: now, interval: longer(interval), requestedAt: now });
  }

  /** Returns a folder to the shortest interval, as one that has changed may soon change again. */
  restart(id: string): void {
    const step = this.steps.get(id);
    if (step) this.steps.set(id, { ...step, interval: FIRST_INTERVAL });
  }

  restartAll(): void {
    for (const id of this.steps.keys()) this.restart(id);
  }

  /**
   * Records that one request has listed the changes of all folders.
   * @param isNotLoaded whether a folder is not loaded yet
   * @returns the folders to request on their own as well: those not loaded, and one of the others at a time, because a
   * server may not count every change of an analysis as a change of its folder
   */
  changesRequested(
    ids: readonly string[],
    isNotLoaded: (id: string) => boolean,
    now: number,
  ): readonly string[] {
    // A folder that could not be read waits like the others.
    const isNew = (id: string): boolean => isNotLoaded(id) && this.step(id).last === -Infinity;
    const notLoaded = ids.filter(isNew);
    const known = ids.filter((id) => !isNew(id));
    for (const id of known) {
      const { interval, requestedAt } = this.step(id);
      this.steps.set(id, { last: now, interval: longer(interval), requestedAt });
    }
    const [longestAgo] = [...known].sort((a, b) => this.step(a).requestedAt - this.step(b).requestedAt);
    const isDue = longestAgo !== undefined && this.step(longestAgo).requestedAt + MAX_INTERVAL <= now;
    return isDue ? [...notLoaded, longestAgo] : notLoaded;
  }

  /** Forgets all folders. */
  clear(): void {
    this.steps.clear();
  }

  private step(id: string): Step {
    return this.steps.get(id) ?? NEVER;
  }
}

function longer(interval: number): number {
  return Math.min(interval * GROWTH, MAX_INTERVAL);
}
