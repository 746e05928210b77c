import { analysedAgain, type Ending } from "../scenarios/scenario";
import type { FolderRef } from "./idCodec";
import type { SandboxFolder, WorldOptions } from "./sandboxFolder";
import { ScenarioChanges } from "./scenarioChanges";
import { Snapshot } from "./snapshot";

/** Analyses per folder: the ordinal in an ID has 8 bits. */
const MAX_ANALYSES = 256;

/**
 * All folders of a sandbox, computed from the options, the time and the changes to single folders; only these
 * changes and when folders were told to arrive are stored. Static folders are older than the epoch and do not change by themselves. After the epoch, a folder
 * arrives at an interval, or when told to.
 */
export class World {
  private readonly changes = new ScenarioChanges();

  constructor(private readonly options: WorldOptions) {}

  /**
   * Lets a folder arrive.
   * @param now epoch milliseconds
   * @throws Error if folders arrive by themselves
   */
  arrive(now: number): FolderRef {
    return { live: true, index: this.options.arrivals.arrive(now) };
  }

  /** @param now epoch milliseconds */
  at(now: number): Snapshot {
    return new Snapshot(this.options, this.changes, now);
  }

  /**
   * Posts another group of analyses to a folder.
   * @param now epoch milliseconds; if before the epoch, the group is posted at the epoch
   * @throws Error if the folder has too many analyses
   */
  analyseAgain({ live, index, scenario, created }: SandboxFolder, ends: Ending, now: number): void {
    const since = Math.max(now, this.options.epoch);
    const changed = analysedAgain(scenario, since - created, ends);
    if (changed.groups.flatMap(({ analyses }) => analyses).length > MAX_ANALYSES) {
      throw new Error(`A sandbox folder can have at most ${MAX_ANALYSES} analyses.`);
    }
    this.changes.changeScenario({ live, index }, since, changed);
  }

  remove({ live, index }: FolderRef): void {
    this.changes.remove({ live, index });
  }
}
