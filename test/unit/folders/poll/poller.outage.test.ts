import assert from "node:assert/strict";
import fc from "fast-check";
import { Poller } from "../../../../src/folders/poll/poller";
import { OzError, type OzErrorReason } from "../../../../src/oz/http/ozError";
import { settle } from "../../settle";
import { TestClock } from "../../testClock";

const MINUTE = 60_000;
/** What a folder is asked for in a minute at most, and how often more after each change of it. */
const MOST_A_FOLDER = 9;
const MORE_AFTER_A_CHANGE = 4;

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

/** What is true until the next one: how the server answers, and what somebody looks at. */
const phase = fc.record({
  seconds: fc.integer({ min: 1, max: 40 }),
  list: fc.boolean(),
  resting: fc.boolean(),
  focused: fc.boolean(),
  running: fc.integer({ min: 0, max: 100 }),
  tellsChanges: fc.boolean(),
  newest: fc.option(failure),
  changes: fc.option(failure),
  folders: fc.option(failure),
  changed: fc.boolean(),
});
type Phase = Omit<typeof phase extends fc.Arbitrary<infer T> ? T : never, "seconds" | "changed">;

/** A poller before a server that does as the phase says, and the moments of all that it does. */
function setUp(first: Phase, chance: number) {
  const clock = new TestClock();
  const state = { phase: first };
  const read = new Set<string>();
  const requests: number[] = [];
  const rounds: number[] = [];
  const timed = {
    now: () => clock.now(),
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
  const reader = {
    readNewest: () => answer(state.phase.newest),
    readChanges: async () => {
      await answer(state.phase.changes);
      return state.phase.tellsChanges;
    },
    readFolders: async (ids: readonly string[]) => {
      const errors: unknown[] = [];
      for (const id of ids) {
        await answer(state.phase.folders).then(
          () => read.add(id),
          (error: unknown) => errors.push(error),
        );
      }
      return errors;
    },
  };
  const ids = (): string[] => Array.from({ length: state.phase.running }, (_, index) => `f${index}`);
  const interest = () => ({
    ...state.phase,
    running: ids(),
    unread: ids().filter((id) => !read.has(id)),
  });
  const poller = new Poller(reader, interest, timed, () => chance);
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

describe("Poller, whatever fails", () => {
  it("does not ask more in any minute than the table of docs/architecture.md allows", async () => {
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
            const many = inMinuteFrom(rounds, start);
            assert.ok(many <= 60, `${many} rounds in a minute`);
            const perFolder =
              MOST_A_FOLDER + MORE_AFTER_A_CHANGE * changes.filter((at) => at < start + MINUTE).length;
            const asked = inMinuteFrom(requests, start);
            assert.ok(asked <= 2 * many + 100 * perFolder, `${asked} requests in a minute`);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it("asks more and more rarely while nothing gets through, down to twice a minute", async () => {
    await fc.assert(
      fc.asyncProperty(
        phase.filter(({ list, resting, running }) => list || resting || running > 0),
        failure.filter(({ reason }) => reason !== "notFound"),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        async (looks, fault, chance) => {
          const all = { newest: fault, changes: fault, folders: fault };
          const { clock, poller, pass, rounds, inMinuteFrom } = setUp({ ...looks, ...all }, chance);
          const began = clock.now();
          poller.update();
          for (let second = 0; second < 300; second++) {
            await pass(1);
            // As when another window renews the session, which it does at each refusal.
            poller.show(undefined);
          }
          assert.ok(inMinuteFrom(rounds, began) <= 7, `${inMinuteFrom(rounds, began)} in the first minute`);
          // A server that asks to wait lets the gaps grow later.
          for (const [minute, most] of [3, 2, 2, 2].entries()) {
            const many = inMinuteFrom(rounds, began + (minute + 1) * MINUTE);
            assert.ok(many <= most, `${many} rounds in minute ${minute + 2}`);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it("asks again within a minute of the end of an outage", async () => {
    await fc.assert(
      fc.asyncProperty(phase, failure, async (looks, { reason }) => {
        const fault = { reason, retryAfter: undefined };
        const outage = { ...looks, list: true, newest: fault, changes: fault, folders: fault };
        const { state, poller, pass, requests } = setUp(outage, 0.99);
        poller.update();
        await pass(200);
        state.phase = { ...looks, list: true, newest: null, changes: null, folders: null };
        const before = requests.length;
        await pass(76);
        assert.ok(requests.length > before);
      }),
      { numRuns: 50 },
    );
  });
});
