import type { Fault } from "../faults/catalogue/fault";
import type { Front } from "../faults/front/front";
import type { Random } from "./random";
import { isLie, SOAK_FAULTS } from "./soakFaults";

/** Seconds for which a fault, or none, lasts. */
const PERIODS = [5, 20, 60, 200];

/** The share of the requests that a fault breaks. */
const SHARES = [1, 1, 0.5, 0.1];

/** Hours in which the server does not lie, and then hours in which it may: in the first ones, ends are counted exactly. */
const HONEST_HOURS = 4;
const LYING_HOURS = 2;

/** What a kind of fault has broken. */
export interface FaultCount {
  readonly group: Fault["group"];
  periods: number;
  seconds: number;
}

/** Faults that come and go, one after the other in random order, with pauses. */
export class FaultPeriods {
  /** By ID. */
  readonly counts = new Map<string, FaultCount>();
  private until = 0;
  /** Those that have not come yet in this turn. */
  private readonly waiting = new Set<Fault>();

  constructor(
    private readonly front: Front,
    /** Chooses the faults, and nothing else: the same seed gives the same ones, one after the other. */
    private readonly random: Random,
    /** Chooses pauses, and the requests that are broken: how many there are depends on when replies come. */
    private readonly others: Random,
  ) {}

  get current(): Fault | undefined {
    return this.front.fault;
  }

  /**
   * Begins or ends a fault if it is time.
   * @param now milliseconds of `Clock.elapsed`
   * @returns the fault that has begun
   */
  step(now: number): Fault | undefined {
    if (now < this.until) return undefined;
    const isPause = this.current !== undefined;
    const seconds = (isPause ? this.others : this.random).pick(PERIODS) ?? 0;
    this.until = now + seconds * 1000;
    if (isPause) this.end();
    const fault = isPause ? undefined : this.next(now);
    if (!fault) return undefined;
    const count = this.counts.get(fault.id) ?? { group: fault.group, periods: 0, seconds: 0 };
    this.counts.set(fault.id, { ...count, periods: count.periods + 1, seconds: count.seconds + seconds });
    const share = this.random.pick(SHARES) ?? 1;
    const only: Fault["only"] = (request) => this.others.chance(share) && (fault.only?.(request) ?? true);
    this.front.fault = { ...fault, only };
    return fault;
  }

  end(): void {
    this.front.fault = undefined;
  }

  /** Begins the last fault: one that breaks every request, after which the server may be asked again at once. */
  beginLast(): Fault | undefined {
    const fails = ({ reason, only, wait }: Fault): boolean =>
      reason !== undefined && only === undefined && wait === undefined;
    const fault = this.random.pick(SOAK_FAULTS.filter((each) => fails(each) && !isLie(each)));
    this.front.fault = fault;
    return fault;
  }

  /** First a group, so that none comes more often; all faults of a group come once before one of them comes again. */
  private next(now: number): Fault | undefined {
    const hour = (now / 3_600_000) % (HONEST_HOURS + LYING_HOURS);
    const mayLie = hour >= HONEST_HOURS;
    const due = SOAK_FAULTS.filter((fault) => mayLie || !isLie(fault));
    const group = this.random.pick([...new Set(due.map((fault) => fault.group))]);
    const ofGroup = due.filter((fault) => fault.group === group);
    if (!ofGroup.some((fault) => this.waiting.has(fault)))
      for (const fault of ofGroup) this.waiting.add(fault);
    const fault = this.random.pick(ofGroup.filter((each) => this.waiting.has(each)));
    if (fault) this.waiting.delete(fault);
    return fault;
  }
}
