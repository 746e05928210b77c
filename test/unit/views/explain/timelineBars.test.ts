import assert from "node:assert/strict";
import fc from "fast-check";
import { resolveFolder } from "../../../../src/status/resolveFolder";
import { timelineBars, type Bar } from "../../../../src/views/explain/timelineBars";

/** Seconds around which everything happens. */
const THEN = 1_763_900_000;
const time = fc.option(fc.integer({ min: THEN - 1000, max: THEN + 1000 }), { nil: undefined });
const analysis = fc.record({
  analysis_id: fc.uuid(),
  group_id: fc.constantFrom("g", "h", undefined),
  type: fc.constantFrom("QUALITY", "BIOMETRY"),
  state: fc.constantFrom("INITIAL", "PROCESSING", "FINISHED", "FAILED", "WEIRD"),
  time_created: time,
  time_updated: time,
});
const analyses = fc.array(analysis, { maxLength: 6 });
const received = fc.integer({ min: THEN - 2000, max: THEN + 2000 }).map((seconds) => seconds * 1000);

const barsOf = (list: readonly object[], at: number) =>
  timelineBars(resolveFolder({ analyses: list }).groups, at);

const all = (list: readonly object[], at: number): readonly Bar[] => barsOf(list, at)?.groups.flat() ?? [];

describe("timelineBars", () => {
  it("keeps every bar on the axis, its begin before its end", () => {
    fc.assert(
      fc.property(analyses, received, (list, at) => {
        for (const { begin = 0, end } of all(list, at)) {
          assert.ok(begin >= 0 && begin <= 100);
          if (typeof end === "number") assert.ok(end >= begin && end <= 100);
        }
      }),
    );
  });

  it("has a bar for each analysis, in the order of the groups, unless there are no times", () => {
    fc.assert(
      fc.property(analyses, received, (list, at) => {
        const { groups } = resolveFolder({ analyses: list });
        const bars = timelineBars(groups, at);
        const isTimed = groups.some(({ analyses: ours }) =>
          ours.some(
            ({ createdAt, updatedAt, terminal }) =>
              (createdAt ?? (terminal ? updatedAt : undefined)) !== undefined,
          ),
        );
        assert.equal(bars !== undefined, isTimed);
        if (bars)
          assert.deepEqual(
            bars.groups.map((group) => group.map((bar) => bar.analysis)),
            groups.map((group) => group.analyses),
          );
      }),
    );
  });

  it("guesses no begin and no end, and leaves what is running open", () => {
    fc.assert(
      fc.property(analyses, received, (list, at) => {
        for (const { analysis: one, begin, end } of all(list, at)) {
          assert.equal(begin === undefined, one.createdAt === undefined);
          assert.equal(end === "running", one.running);
          assert.equal(end === undefined, !one.running && !(one.terminal && one.updatedAt !== undefined));
        }
      }),
    );
  });

  it("keeps times in their order and in proportion", () => {
    fc.assert(
      fc.property(analyses, received, (list, at) => {
        const bars = barsOf(list, at);
        if (!bars) return;
        const { from, to } = bars;
        for (const { analysis: one, begin } of bars.groups.flat()) {
          if (begin === undefined || one.createdAt === undefined) continue;
          assert.ok(Math.abs(from + (begin / 100) * (to - from) - one.createdAt) < 1);
        }
      }),
    );
  });

  const done = { group_id: "g", state: "FINISHED", time_created: THEN, time_updated: THEN + 10 };

  it("reaches from the first to the last time, and to the time of the reply while something runs", () => {
    const at = (THEN + 40) * 1000;
    assert.deepEqual(barsOf([done], at)?.to, (THEN + 10) * 1000);
    const running = { group_id: "g", state: "PROCESSING", time_created: THEN + 20, time_updated: THEN + 21 };
    const bars = barsOf([done, running], at);
    assert.deepEqual([bars?.from, bars?.to], [THEN * 1000, at]);
    assert.deepEqual(
      bars?.groups.flat().map(({ begin, end }) => [begin, end]),
      [
        [0, 25],
        [50, "running"],
      ],
    );
  });

  it("draws an analysis that ended before it began as one that took no time", () => {
    const [, odd] = all([done, { ...done, time_created: THEN + 5, time_updated: THEN + 2 }], 0);
    assert.deepEqual([odd?.begin, odd?.end], [50, 50]);
  });

  it("has an axis even if all happened at once", () => {
    const [bar] = all([{ ...done, time_updated: THEN }], 0);
    assert.deepEqual([bar?.begin, bar?.end], [0, 0]);
  });
});
