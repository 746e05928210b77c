import type { FolderRef } from "./idCodec";
import { RangeWithGaps } from "./rangeWithGaps";
import { arrivedFolder, type SandboxFolder, staticFolder, type WorldOptions } from "./sandboxFolder";
import type { ScenarioChanges } from "./scenarioChanges";

/** The oldest arrivals are dropped, so that a long-running sandbox stays fast. */
const MAX_ARRIVALS = 10_000;

/**
 * The folders at a given time. A folder's position is its index from the newest folder, arrivals first. Its place is the
 * position that it would have if no folder had been removed.
 */
export class Snapshot {
  /** How many folders have arrived: the index of the newest. */
  private readonly arrived: number;
  /** How many of them have not been dropped. */
  private readonly recent: number;
  /** The places of the folders that have not been removed. */
  private readonly places: RangeWithGaps;
  readonly count: number;

  /** @param now epoch milliseconds */
  constructor(
    private readonly options: WorldOptions,
    private readonly changes: ScenarioChanges,
    private readonly now: number,
  ) {
    const { arrivals, folders } = options;
    this.arrived = arrivals.count(now);
    this.recent = Math.min(this.arrived, MAX_ARRIVALS);
    this.places = new RangeWithGaps(this.recent + folders, this.placesOf(changes.removed()));
    this.count = this.places.count;
  }

  /** @param position a whole number from 0 (inclusive) to `count` (exclusive) */
  folder(position: number): SandboxFolder {
    const place = this.places.at(position);
    const live = place < this.recent;
    return this.generate({ live, index: live ? this.arrived - place : place - this.recent });
  }

  /** @returns undefined if the folder does not exist at this time */
  find(ref: FolderRef): SandboxFolder | undefined {
    return this.exists(ref) && !this.changes.isRemoved(ref) ? this.generate(ref) : undefined;
  }

  /**
   * @returns the ascending positions of the folders that may have changed after newer ones: arrivals, and those whose
   * scenario was changed
   */
  unsettled(): number[] {
    const arrivals = Array.from({ length: this.recent }, (_, place) => place);
    const changed = this.placesOf(this.changes.changedUntil(this.now).filter(({ live }) => !live));
    return [...arrivals, ...changed]
      .filter((place) => this.places.has(place))
      .map((place) => place - this.places.gapsBelow(place));
  }

  private exists({ live, index }: FolderRef): boolean {
    if (!live) return index < this.options.folders;
    return index <= this.arrived && index > this.arrived - this.recent;
  }

  private placesOf(refs: readonly FolderRef[]): number[] {
    return refs
      .filter((ref) => this.exists(ref))
      .map(({ live, index }) => (live ? this.arrived - index : this.recent + index))
      .sort((one, other) => one - other);
  }

  private generate(ref: FolderRef): SandboxFolder {
    const { options, changes, now } = this;
    return (ref.live ? arrivedFolder : staticFolder)(ref.index, options, now, changes.scenario(ref, now));
  }
}
