import { ARRIVALS } from "../scenarios/arrivals";
import { CATALOGUE } from "../scenarios/catalogue";
import { EVERYDAY } from "../scenarios/everyday";
import { type Played, play, playToTheEnd } from "../scenarios/play";
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

// Folders lie further apart than any scenario lasts: by creation and by last change their order is the same.
const GAP = 180_000;
const JITTER = 60_000;

/** Older folders choose from here: each scenario as often as its weight says. */
const SLOTS: readonly Scenario[] = CATALOGUE.flatMap((scenario) =>
  Array<Scenario>(scenario.weight ?? 1).fill(scenario),
);

/** @returns the folder that has arrived as the index-th one, from 1, as it is at a moment in epoch milliseconds */
export function arrival(
  index: number,
  { epoch, arrivalInterval }: WorldOptions,
  now: number,
  goesOn?: Scenario,
): Folder {
  const created = epoch + Math.floor(index * arrivalInterval);
  const scenario = goesOn ?? ARRIVALS[(index - 1) % ARRIVALS.length] ?? ARRIVALS[0];
  const played = play(scenario, now - created);
  return { live: true, index, scenario, played, created, updated: created + played.updated };
}

/** @returns a static folder: it has ended, unless it goes on with another scenario than its own */
export function resident(
  index: number,
  { epoch, seed }: WorldOptions,
  now: number,
  goesOn?: Scenario,
): Folder {
  const bits = hash(seed, index);
  const scenario = goesOn ?? CATALOGUE[index] ?? SLOTS[bits % SLOTS.length] ?? EVERYDAY.success;
  const created = epoch - (index + 1) * GAP - (bits % JITTER);
  const played = goesOn ? play(goesOn, now - created) : playToTheEnd(scenario);
  return { live: false, index, scenario, played, created, updated: created + played.updated };
}
