import { analysedAgain } from "../scenarios/again";
import type { Ending } from "../scenarios/scenario";
import { Changes } from "./changes";
import type { Folder, WorldOptions } from "./folder";
import type { FolderRef } from "./ids";
import { Snapshot } from "./snapshot";

/** An id has room for no more of one folder. */
const MOST_ANALYSES = 256;

/**
 * All folders there are, as a pure function of the options, the time and what was done to single folders: only that is
 * stored. The static folders are older than the epoch and do not change by themselves; then one arrives every
 * `arrivalInterval` milliseconds.
 */
export class World {
  private readonly changes = new Changes();

  constructor(private readonly options: WorldOptions) {}

  /** @returns the folders at a moment, in epoch milliseconds */
  at(now: number): Snapshot {
    return new Snapshot(this.options, this.changes, now);
  }

  /**
   * Posts one more group of analyses to a folder.
   * @param now epoch milliseconds; before the epoch, the group waits for it
   * @throws Error with one sentence, when the folder has too many analyses already
   */
  analyseAgain({ live, index, scenario, created }: Folder, ends: Ending, now: number): void {
    const since = Math.max(now, this.options.epoch);
    const goesOn = analysedAgain(scenario, since - created, ends);
    if (goesOn.groups.flatMap(({ analyses }) => analyses).length > MOST_ANALYSES) {
      throw new Error(`A folder of the sandbox can have ${MOST_ANALYSES} analyses at most.`);
    }
    this.changes.turn({ live, index }, since, goesOn);
  }

  /** Takes a folder away for good. */
  remove({ live, index }: FolderRef): void {
    this.changes.remove({ live, index });
  }
}
