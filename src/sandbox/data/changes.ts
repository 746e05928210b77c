import type { Scenario } from "../scenarios/scenario";
import { type FolderRef, keyOf } from "./ids";

/** What a folder does from a moment on, in epoch milliseconds. */
interface Turn {
  readonly since: number;
  readonly scenario: Scenario;
}

/** What was done to single folders: all that a sandbox stores of them. */
export class Changes {
  private readonly turned = new Map<number, { ref: FolderRef; turns: Turn[] }>();
  private readonly gone = new Map<number, FolderRef>();

  /** Lets a folder go on with another scenario, which begins like the one before. */
  turn(ref: FolderRef, since: number, scenario: Scenario): void {
    const turns = this.turned.get(keyOf(ref))?.turns ?? [];
    this.turned.set(keyOf(ref), { ref, turns: [...turns, { since, scenario }] });
  }

  /** @returns the scenario that a folder goes on with at a moment; undefined if nothing was done to it until then */
  scenario(ref: FolderRef, now: number): Scenario | undefined {
    return this.turned.get(keyOf(ref))?.turns.findLast(({ since }) => since <= now)?.scenario;
  }

  /** @returns the folders that go on with another scenario at a moment */
  turnedUntil(now: number): FolderRef[] {
    return [...this.turned.values()].map(({ ref }) => ref).filter((ref) => this.scenario(ref, now));
  }

  /** Takes a folder away, at all times. */
  remove(ref: FolderRef): void {
    this.gone.set(keyOf(ref), ref);
  }

  isRemoved(ref: FolderRef): boolean {
    return this.gone.has(keyOf(ref));
  }

  removed(): FolderRef[] {
    return [...this.gone.values()];
  }
}
