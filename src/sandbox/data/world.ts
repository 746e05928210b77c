import { ARRIVALS } from "../scenarios/arrivals";
import { CATALOGUE } from "../scenarios/catalogue";
import { EVERYDAY } from "../scenarios/everyday";
import { play, playToTheEnd, type Played } from "../scenarios/play";
import type { Scenario } from "../scenarios/scenario";
import { hash } from "./hash";
import type { FolderRef } from "./ids";

/** A folder at one moment, without its JSON. */
export interface Folder extends FolderRef {
  readonly scenario: Scenario;
  readonly played: Played;
  /** Epoch milliseconds. */
  readonly created: number;
  /** Epoch milliseconds. */
  readonly updated: number;
}

export interface WorldOptions {
  readonly folders: number;
  readonly seed: number;
  /** Epoch milliseconds. */
  readonly epoch: number;
  /** Milliseconds; 0 for none. */
  readonly arrivalInterval: number;
}

/** Older arrivals are removed, so that a sandbox that runs for days stays quick. */
export const MOST_ARRIVALS = 10_000;

// Folders lie further apart than any scenario lasts: by creation and by last change their order is the same.
const GAP = 180_000;
const JITTER = 60_000;

/** Older folders choose from here: each scenario as often as its weight says. */
const SLOTS: readonly Scenario[] = CATALOGUE.flatMap((scenario) =>
  Array<Scenario>(scenario.weight ?? 1).fill(scenario),
);

/**
 * All folders there are, as a pure function of the options and the time: nothing is stored.
 * The static ones are older than the epoch and never change; then one arrives every `arrivalInterval` milliseconds.
 */
export class World {
  constructor(private readonly options: WorldOptions) {}

  /** @returns the folders at a moment, in epoch milliseconds */
  at(now: number): Snapshot {
    return new Snapshot(this.options, now);
  }
}

/** The folders at one moment. A position counts from the newest, 0. */
export class Snapshot {
  /** How many folders have arrived, shown or not: the number of the newest. */
  private readonly arrived: number;
  /** How many arrivals are shown; they come before the static folders. */
  readonly live: number;
  readonly count: number;

  constructor(
    private readonly options: WorldOptions,
    private readonly now: number,
  ) {
    const { arrivalInterval, epoch, folders } = options;
    this.arrived = arrivalInterval > 0 ? Math.max(0, Math.floor((now - epoch) / arrivalInterval)) : 0;
    this.live = Math.min(this.arrived, MOST_ARRIVALS);
    this.count = this.live + folders;
  }

  /** @param position a whole number from 0 up to but not including `count` */
  folder(position: number): Folder {
    return position < this.live ? this.arrival(this.arrived - position) : this.resident(position - this.live);
  }

  /** @returns the folder, unless it is not there: not yet, no more, or never */
  find({ live, index }: FolderRef): Folder | undefined {
    if (!live) return index < this.options.folders ? this.resident(index) : undefined;
    return index <= this.arrived && index > this.arrived - this.live ? this.arrival(index) : undefined;
  }

  /** @returns the positions of the folders that may have overtaken one another by last change, ascending */
  unsettled(): number[] {
    return Array.from({ length: this.live }, (_, position) => position);
  }

  private arrival(index: number): Folder {
    const { epoch, arrivalInterval } = this.options;
    const created = epoch + Math.floor(index * arrivalInterval);
    const scenario = ARRIVALS[(index - 1) % ARRIVALS.length] ?? ARRIVALS[0];
    const played = play(scenario, this.now - created);
    return { live: true, index, scenario, played, created, updated: created + played.updated };
  }

  private resident(index: number): Folder {
    const { epoch, seed } = this.options;
    const bits = hash(seed, index);
    const scenario = CATALOGUE[index] ?? SLOTS[bits % SLOTS.length] ?? EVERYDAY.success;
    const played = playToTheEnd(scenario);
    const created = epoch - (index + 1) * GAP - (bits % JITTER);
    return { live: false, index, scenario, played, created, updated: created + played.updated };
  }
}
