import type { Fault } from "../catalogue/fault";
import { FAULTS } from "../catalogue/faults";
import { CONNECTION_MOMENTS } from "./connectionMoments";
import { impossible, notGreen } from "./expectations";
import { LIST_MOMENTS } from "./listMoments";
import type { Moment } from "./moment";

/** The columns. */
export const MOMENTS: readonly Moment[] = [...CONNECTION_MOMENTS, ...LIST_MOMENTS];

/** One cell: a fault that comes at a moment, and goes. */
export interface Case {
  readonly fault: Fault;
  readonly moment: Moment;
}

/** @returns how a case is called, as in `poll-list status-429-date` */
export function nameOf({ fault, moment }: Case): string {
  return `${moment.id} ${fault.id}`;
}

/** @returns a case that has failed: what was wrong, and how to run it again */
export function failureOf(one: Case, problems: readonly string[]): string {
  const again = `again: npm run faults -- "${nameOf(one)}"`;
  return [nameOf(one), ...[...problems, again].map((line) => `    ${line}`)].join("\n");
}

/** Every pair that can occur, moment by moment. */
export const CASES: readonly Case[] = MOMENTS.flatMap((moment) =>
  FAULTS.filter((fault) => canRun(fault, moment)).map((fault) => ({ fault, moment })),
);

/**
 * The part that continuous integration runs: each fault at one moment, which its ID decides, so that a new fault changes
 * nothing for the others. One that cannot occur there comes at the first moment after it at which it can.
 */
export function fixedPart(): readonly Case[] {
  const chosen = FAULTS.flatMap((fault) => {
    const turn = Array.from(fault.id).reduce(
      (hash, letter) => (hash * 31 + letter.charCodeAt(0)) % MOMENTS.length,
      0,
    );
    const inTurn = [...MOMENTS.slice(turn), ...MOMENTS.slice(0, turn)];
    const moment = inTurn.find((one) => canRun(fault, one));
    return moment ? [{ fault, moment }] : [];
  });
  return CASES.filter((one) =>
    chosen.some(({ fault, moment }) => fault === one.fault && moment === one.moment),
  );
}

function canRun(fault: Fault, moment: Moment): boolean {
  return (impossible(fault, moment) ?? notGreen(fault, moment)) === undefined;
}
