import type { Scenario } from "../scenarios/scenario";
import { type FolderRef, folderKey } from "./idCodec";

/** A scenario that a folder follows from a given time. */
interface ScenarioChange {
  /** Epoch milliseconds. */
  readonly since: number;
  readonly scenario: Scenario;
}

/** The changes to single folders: the only state that a sandbox stores about folders. */
export class ScenarioChanges {
  private readonly changed = new Map<number, { ref: FolderRef; changes: ScenarioChange[] }>();
  private readonly removedFolders = new Map<number, FolderRef>();

  /** @param scenario must begin like the previous one */
  changeScenario(ref: FolderRef, since: number, scenario: Scenario): void {
    const changes = this.changed.get(folderKey(ref))?.changes ?? [];
    this.changed.set(folderKey(ref), { ref, changes: [...changes, { since, scenario }] });
  }

  /** @returns the changed scenario of a folder at the given time; undefined if it has not changed by then */
  scenario(ref: FolderRef, now: number): Scenario | undefined {
    return this.changed.get(folderKey(ref))?.changes.findLast(({ since }) => since <= now)?.scenario;
  }

  /** @returns the folders whose scenario has changed by the given time */
  changedUntil(now: number): FolderRef[] {
    return [...this.changed.values()].map(({ ref }) => ref).filter((ref) => this.scenario(ref, now));
  }

  /** Removes a folder from every time, even the past. */
  remove(ref: FolderRef): void {
    this.removedFolders.set(folderKey(ref), ref);
  }

  isRemoved(ref: FolderRef): boolean {
    return this.removedFolders.has(folderKey(ref));
  }

  removed(): FolderRef[] {
    return [...this.removedFolders.values()];
  }
}
