import { ARRIVALS } from "../scenarios/arrivals";
import { CATALOGUE } from "../scenarios/catalogue";
import { EVERYDAY } from "../scenarios/everyday";
import { type Played, play, playToTheEnd } from "../scenarios/play";
import type { Scenario } from "../scenarios/scenario";
import type { ArrivalTimes } from "./arrivalTimes";
import { hash } from "./hash";
import type { FolderRef } from "./idCodec";

/** A folder at a given time, before it is converted to JSON. */
export interface SandboxFolder extends FolderRef {
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
  readonly arrivals: ArrivalTimes;
}

/** Milliseconds between static folders: longer than any scenario, so that creation and last change have the same order. */
const GAP = 180_000;

/** Milliseconds by which the creation of a static folder may be earlier. */
const JITTER = 60_000;

/** The catalogue with each scenario repeated by its weight. */
const WEIGHTED: readonly Scenario[] = CATALOGUE.flatMap((scenario) =>
  Array<Scenario>(scenario.weight ?? 1).fill(scenario),
);

/**
 * @param index of the arrived folder, from 1
 * @param now epoch milliseconds
 * @param changed the scenario that replaces its own
 */
export function arrivedFolder(
  index: number,
  { arrivals }: WorldOptions,
  now: number,
  changed?: Scenario,
): SandboxFolder {
  const created = arrivals.createdAt(index);
  const scenario = changed ?? ARRIVALS[(index - 1) % ARRIVALS.length] ?? ARRIVALS[0];
  const played = play(scenario, now - created);
  return { live: true, index, scenario, played, created, updated: created + played.updated };
}

/** @returns a static folder, which has ended unless its scenario was changed */
export function staticFolder(
  index: number,
  { epoch, seed }: WorldOptions,
  now: number,
  changed?: Scenario,
): SandboxFolder {
  const bits = hash(seed, index);
  const scenario = changed ?? CATALOGUE[index] ?? WEIGHTED[bits % WEIGHTED.length] ?? EVERYDAY.success;
  const created = epoch - (index + 1) * GAP - (bits % JITTER);
  const played = changed ? play(changed, now - created) : playToTheEnd(scenario);
  return { live: false, index, scenario, played, created, updated: created + played.updated };
}
