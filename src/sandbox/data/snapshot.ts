import type { Changes } from "./changes";
import { type Folder, type WorldOptions, arrival, resident } from "./folder";
import type { FolderRef } from "./ids";
import { Rest } from "./rest";

/** Older arrivals are removed, so that a sandbox that runs for days stays quick. */
const MOST_ARRIVALS = 10_000;

/** The folders at one moment. A position counts from the newest, 0; arrivals come before the static folders. */
export class Snapshot {
  /** How many folders have arrived, shown or not: the number of the newest. */
  private readonly arrived: number;
  /** How many of them are the newest ones, which are shown unless removed. */
  private readonly recent: number;
  /** What positions would be if no folder had been removed. */
  private readonly places: Rest;
  readonly count: number;

  /** @param now epoch milliseconds */
  constructor(
    private readonly options: WorldOptions,
    private readonly changes: Changes,
    private readonly now: number,
  ) {
    const { arrivalInterval, epoch, folders } = options;
    this.arrived = arrivalInterval > 0 ? Math.max(0, Math.floor((now - epoch) / arrivalInterval)) : 0;
    this.recent = Math.min(this.arrived, MOST_ARRIVALS);
    this.places = new Rest(this.recent + folders, this.placesOf(changes.removed()));
    this.count = this.places.count;
  }

  /** @param position a whole number from 0 up to but not including `count` */
  folder(position: number): Folder {
    const place = this.places.at(position);
    const live = place < this.recent;
    return this.look({ live, index: live ? this.arrived - place : place - this.recent });
  }

  /** @returns the folder, unless it is not there: not yet, no more, or never */
  find(ref: FolderRef): Folder | undefined {
    return this.isInReach(ref) && !this.changes.isRemoved(ref) ? this.look(ref) : undefined;
  }

  /**
   * @returns the positions, ascending, of the folders that may have overtaken others by last change: those that have
   * arrived or were analysed again
   */
  unsettled(): number[] {
    const arrivals = Array.from({ length: this.recent }, (_, place) => place);
    const again = this.placesOf(this.changes.turnedUntil(this.now).filter(({ live }) => !live));
    return [...arrivals, ...again]
      .filter((place) => this.places.has(place))
      .map((place) => place - this.places.missingBelow(place));
  }

  private isInReach({ live, index }: FolderRef): boolean {
    if (!live) return index < this.options.folders;
    return index <= this.arrived && index > this.arrived - this.recent;
  }

  private placesOf(refs: readonly FolderRef[]): number[] {
    return refs
      .filter((ref) => this.isInReach(ref))
      .map(({ live, index }) => (live ? this.arrived - index : this.recent + index))
      .sort((one, other) => one - other);
  }

  private look(ref: FolderRef): Folder {
    const { options, changes, now } = this;
    return (ref.live ? arrival : resident)(ref.index, options, now, changes.scenario(ref, now));
  }
}
