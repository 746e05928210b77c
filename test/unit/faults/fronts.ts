import { makeCertificates } from "../../certificates";
import type { Fault } from "../../faults/catalogue/fault";
import { FAULTS } from "../../faults/catalogue/faults";
import { startFront, type Front } from "../../faults/front/front";
import { TestClock } from "../testClock";

/** The fronts in which every fault of the catalogue can be switched on. */
export interface Fronts {
  readonly clock: TestClock;
  /** Switches a fault on in a front that can have it, and off in the other. */
  with(fault: Fault | undefined): Front;
  close(): Promise<void>;
}

/** @param target the server behind them */
export async function startFronts(target: string): Promise<Fronts> {
  const clock = new TestClock();
  const plain = await startFront(target, { clock, name: "oz.example.test" });
  const secure = await startFront(target, { clock, certificates: await makeCertificates("127.0.0.1") });
  return {
    clock,
    with(fault) {
      const front = fault?.needs === "https" ? secure : plain;
      plain.fault = secure.fault = undefined;
      front.fault = fault;
      return front;
    },
    async close() {
      await plain.close();
      await secure.close();
    },
  };
}

/** @throws Error if the catalogue has no such fault */
export function faultOf(id: string): Fault {
  const fault = FAULTS.find((each) => each.id === id);
  if (!fault) throw new Error(`There is no fault ${id}.`);
  return fault;
}

/** @returns the faults whose ID matches, at least one */
export function faultsLike(pattern: RegExp): readonly Fault[] {
  const found = FAULTS.filter(({ id }) => pattern.test(id));
  if (found.length === 0) throw new Error(`There is no fault like ${pattern.source}.`);
  return found;
}
