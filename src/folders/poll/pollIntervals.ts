/** Milliseconds from one look at a running folder to the next: short at first, longer while nothing happens. */
const FIRST_INTERVAL = 1_000;
const LONGEST_INTERVAL = 15_000;
const GROWTH = 1.5;

interface Step {
  /** When it was asked for last, in epoch milliseconds. */
  readonly last: number;
  readonly interval: number;
  /** When it was last asked for by itself, and not only among all that changed. */
  readonly byItself: number;
}

const NEVER: Step = { last: -Infinity, interval: FIRST_INTERVAL, byItself: -Infinity };

/** How often each running folder is asked for. */
export class PollIntervals {
  private readonly steps = new Map<string, Step>();

  last(id: string): number {
    return this.step(id).last;
  }

  interval(id: string): number {
    return this.step(id).interval;
  }

  /** A folder was asked for by itself. */
  asked(id: string, now: number): void {
    const { interval } = this.step(id);
    this.steps.set(id, { last: now, interval: longer(interval), byItself: now });
  }

  /** Something has happened to a folder: more may follow soon. */
  hurry(id: string): void {
    const step = this.steps.get(id);
    if (step) this.steps.set(id, { ...step, interval: FIRST_INTERVAL });
  }

  /** Something may have happened to all of them, as while the machine slept. */
  hurryAll(): void {
    for (const id of this.steps.keys()) this.hurry(id);
  }

  /**
   * One request has asked what has changed among all folders. Unread ones are asked for by themselves, and of the others
   * one at a time: a server may not count every change of a folder's analyses as a change of the folder.
   * @param isUnread whether a folder is not known yet
   * @returns the folders to ask for by themselves
   */
  shareOut(ids: readonly string[], isUnread: (id: string) => boolean, now: number): readonly string[] {
    // One that was asked for and could not be read waits like the others.
    const isNew = (id: string): boolean => isUnread(id) && this.step(id).last === -Infinity;
    const unread = ids.filter(isNew);
    const known = ids.filter((id) => !isNew(id));
    for (const id of known) {
      const { interval, byItself } = this.step(id);
      this.steps.set(id, { last: now, interval: longer(interval), byItself });
    }
    const [longestAgo] = [...known].sort((a, b) => this.step(a).byItself - this.step(b).byItself);
    const isDue = longestAgo !== undefined && this.step(longestAgo).byItself + LONGEST_INTERVAL <= now;
    return isDue ? [...unread, longestAgo] : unread;
  }

  /** Begins anew with every folder. */
  forget(): void {
    this.steps.clear();
  }

  private step(id: string): Step {
    return this.steps.get(id) ?? NEVER;
  }
}

function longer(interval: number): number {
  return Math.min(interval * GROWTH, LONGEST_INTERVAL);
}
