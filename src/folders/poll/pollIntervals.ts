/** Milliseconds between requests of a running folder: short at first, longer while nothing happens. */
const FIRST_INTERVAL = 1_000;
const MAX_INTERVAL = 15_000;
const GROWTH = 1.5;

interface Step {
  /** When it was polled last, in epoch milliseconds. */
  readonly last: number;
  readonly interval: number;
  /** When it was last requested by itself, not only covered by the list of changes. */
  readonly byItself: number;
}

const NEVER: Step = { last: -Infinity, interval: FIRST_INTERVAL, byItself: -Infinity };

/** How often each running folder is polled. */
export class PollIntervals {
  private readonly steps = new Map<string, Step>();

  last(id: string): number {
    return this.step(id).last;
  }

  interval(id: string): number {
    return this.step(id).interval;
  }

  /** A folder was requested by itself. */
  asked(id: string, now: number): void {
    const { interval } = this.step(id);
    this.steps.set(id, { last: now, interval: longer(interval), byItself: now });
  }

  /** Starts with the shortest interval again: a folder that has changed may soon change again. */
  restart(id: string): void {
    const step = this.steps.get(id);
    if (step) this.steps.set(id, { ...step, interval: FIRST_INTERVAL });
  }

  restartAll(): void {
    for (const id of this.steps.keys()) this.restart(id);
  }

  /**
   * One request has listed the changes of all folders.
   * @param isUnread whether a folder is not loaded yet
   * @returns the folders to request by themselves all the same: those not loaded, and one of the others at a time, since
   * a server may not count every change of an analysis as a change of its folder
   */
  allAsked(ids: readonly string[], isUnread: (id: string) => boolean, now: number): readonly string[] {
    // One that could not be read waits like the others.
    const isNew = (id: string): boolean => isUnread(id) && this.step(id).last === -Infinity;
    const unread = ids.filter(isNew);
    const known = ids.filter((id) => !isNew(id));
    for (const id of known) {
      const { interval, byItself } = this.step(id);
      this.steps.set(id, { last: now, interval: longer(interval), byItself });
    }
    const [longestAgo] = [...known].sort((a, b) => this.step(a).byItself - this.step(b).byItself);
    const isDue = longestAgo !== undefined && this.step(longestAgo).byItself + MAX_INTERVAL <= now;
    return isDue ? [...unread, longestAgo] : unread;
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
