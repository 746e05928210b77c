import assert from "node:assert/strict";
import fc from "fast-check";
import { Poller } from "../../../../src/folders/poll/poller";
import type { PolledReader } from "../../../../src/folders/poll/pollRequests";
import { RetryAfter } from "../../../../src/folders/store/retryAfter";
import { OzError, type OzErrorReason } from "../../../../src/oz/http/ozError";
import { settle } from "../../settle";
import { TestClock } from "../../testClock";
import { ListHealth } from "./listHealth";

const MINUTE = 60_000;
/** The most requests for a folder in a minute, and how many more each of its changes allows. */
const MAX_PER_FOLDER = 9;
const MORE_PER_CHANGE = 4;

const failure = fc.record({
  reason: fc.constantFrom<OzErrorReason>(
    "reset",
    "refused",
    "serverError",
    "unreadable",
    "tooManyRequests",
    "signInNeeded",
    "notFound",
  ),
  retryAfter: fc.option(fc.integer({ min: 0, max: 90_000 }), { nil: undefined }),
});

/** Until the next phase: what is polled, and how the server answers. */
const phase = fc.record({
  seconds: fc.integer({ min: 1, max: 40 }),
  list: fc.boolean(),
  resting: fc.boolean(),
  focused: fc.boolean(),
  running: fc.integer({ min: 0, max: 100 }),
  listsChanges: fc.boolean(),
  newest: fc.option(failure),
  changes: fc.option(failure),
  folders: fc.option(failure),
  changed: fc.boolean(),
});
type Phase = Omit<typeof phase extends fc.Arbitrary<infer T> ? T : never, "seconds" | "changed">;

/** A poller of a server that answers as the phase says. Records when rounds and requests start. */
function setUp(first: Phase, chance: number) {
  const clock = new TestClock();
  const state = { phase: first };
  const read = new Set<string>();
  const requests: number[] = [];
  const rounds: number[] = [];
  const timed = {
    now: () => clock.now(),
    elapsed: () => clock.elapsed(),
    after: (delay: number, callback: () => void) =>
      clock.after(delay, () => {
        rounds.push(clock.now());
        callback();
      }),
  };
  const answer = async (fault: Phase["newest"]): Promise<void> => {
    requests.push(clock.now());
    await Promise.resolve();
    if (fault) throw new OzError(fault.reason, "no", { origin: "http://h", retryAfter: fault.retryAfter });
  };
  const retryAfter = new RetryAfter(clock);
  const ask = (fault: Phase["newest"]): Promise<void> => retryAfter.guard("h", () => answer(fault));
  const list = new ListHealth();
  const reader: PolledReader = {
    changedCount: 0,
    get listFails() {
      return list.fails;
    },
    get waitUntil() {
      return retryAfter.until;
    },
    readNewest: () => list.of(ask(state.phase.newest)),
    readChanges: async () => {
      await ask(state.phase.changes);
      return state.phase.listsChanges;
    },
    readFolders: async (ids) => {
      const errors = new Map<string, unknown>();
      for (const id of ids) {
        await ask(state.phase.folders).then(
          () => read.add(id),
          (error: unknown) => errors.set(id, error),
        );
      }
      return errors;
    },
  };
  const ids = (): string[] => Array.from({ length: state.phase.running }, (_, index) => `f${index}`);
  const targets = () => ({
    ...state.phase,
    running: ids(),
    resting: state.phase.resting ? ["r"] : [],
    notLoaded: ids().filter((id) => !read.has(id)),
    doubted: [],
    awaitsNew: false,
  });
  const poller = new Poller(reader, targets, timed, () => chance);
  const pass = async (seconds: number): Promise<void> => {
    for (let tenth = 0; tenth < seconds * 10; tenth++) {
      clock.advance(100);
      await settle();
    }
  };
  const inMinuteFrom = (times: readonly number[], start: number): number =>
    times.filter((at) => at >= start && at < start + MINUTE).length;
  return { clock, state, poller, pass, requests, rounds, ids, inMinuteFrom };
}

describe("Poller during outages", () => {
  it("never requests more in a minute than docs/architecture.md allows", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(phase, { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        async ([first, ...others], chance) => {
          assert.ok(first);
          const { clock, state, poller, pass, requests, rounds, ids, inMinuteFrom } = setUp(first, chance);
          const changes: number[] = [];
          for (const next of [first, ...others]) {
            state.phase = next;
            if (next.changed) {
              poller.foldersChanged(ids());
              changes.push(clock.now());
            }
            poller.update();
            await pass(next.seconds);
          }
          for (const start of rounds) {
            const roundCount = inMinuteFrom(rounds, start);
            assert.ok(roundCount <= 60, `${roundCount} rounds in a minute`);
            const perFolder =
              MAX_PER_FOLDER + MORE_PER_CHANGE * changes.filter((at) => at < start + MINUTE).length;
            const asked = inMinuteFrom(requests, start);
            assert.ok(asked <= 2 * roundCount + 100 * perFolder, `${asked} requests in a minute`);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it("polls ever more rarely while everything fails, down to twice a minute", async () => {
    await fc.assert(
      fc.asyncProperty(
        phase.filter(({ list, resting, running }) => list || resting || running > 0),
        failure.filter(({ reason }) => reason !== "notFound"),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        async (first, fault, chance) => {
          const all = { newest: fault, changes: fault, folders: fault };
          const { clock, poller, pass, rounds, inMinuteFrom } = setUp({ ...first, ...all }, chance);
          const began = clock.now();
          poller.update();
          for (let second = 0; second < 300; second++) {
            await pass(1);
            // Another window renews the session at each refusal.
            poller.show(undefined);
          }
          assert.ok(inMinuteFrom(rounds, began) <= 7, `${inMinuteFrom(rounds, began)} in the first minute`);
          // If the server asks to wait, the gaps start to grow later.
          for (const [minute, most] of [3, 2, 2, 2].entries()) {
            const roundCount = inMinuteFrom(rounds, began + (minute + 1) * MINUTE);
            assert.ok(roundCount <= most, `${roundCount} rounds in minute ${minute + 2}`);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it("polls again within 76 seconds of the end of an outage", async () => {
    await fc.assert(
      fc.asyncProperty(phase, failure, async (first, { reason }) => {
        const fault = { reason, retryAfter: undefined };
        const outage = { ...first, list: true, newest: fault, changes: fault, folders: fault };
        const { state, poller, pass, requests } = setUp(outage, 0.99);
        poller.update();
        await pass(200);
        state.phase = { ...first, list: true, newest: null, changes: null, folders: null };
        const before = requests.length;
        await pass(76);
        assert.ok(requests.length > before);
      }),
      { numRuns: 50 },
    );
  });
});
