import { sandboxClient } from "../sandboxClient";
import { Life } from "./life";
import { Random } from "./random";
import { SOAK_FAULTS } from "./soakFaults";
import { SoakWindow } from "./window";
import { SoakWorld } from "./world";

/** Seconds in which pauses grow to their longest. */
const SETTLING = 300;

/** Seconds in which lines are counted. */
const COUNTED = 600;

/** Lines that a fault that lasts may log a minute. */
const MAX_LINES = 60;

/** What a fault that lasts costs. */
export interface SteadyCost {
  readonly fault: string;
  readonly linesPerMinute: number;
}

/**
 * Lets each fault last, one after the other, while the list is visible and 50 folders are watched.
 * @returns what each costs, the most expensive one first
 */
export async function steadyCosts(seed: number): Promise<readonly SteadyCost[]> {
  const world = await SoakWorld.open(seed, 100);
  try {
    const window = new SoakWindow(world.front.address);
    const life = new Life(world, sandboxClient(world.sandbox.address, world.clock), window, new Random(seed));
    const pass = (seconds: number): Promise<void> => world.pass(seconds, () => life.listen());
    window.showList(true);
    await pass(5);
    await life.topUp();
    const costs: SteadyCost[] = [];
    for (const fault of SOAK_FAULTS) {
      life.lie();
      world.front.fault = fault;
      await pass(SETTLING);
      const before = window.logged.lines;
      await pass(COUNTED);
      costs.push({ fault: fault.id, linesPerMinute: ((window.logged.lines - before) * 60) / COUNTED });
      world.front.fault = undefined;
      await life.refresh();
    }
    window.close();
    return costs.sort((a, b) => b.linesPerMinute - a.linesPerMinute);
  } finally {
    await world.close();
  }
}

/** @returns which of them flood the log */
export function floods(costs: readonly SteadyCost[]): string[] {
  return costs
    .filter(({ linesPerMinute }) => linesPerMinute > MAX_LINES)
    .map(({ fault, linesPerMinute }) => `${fault} logs ${linesPerMinute} lines a minute`);
}
