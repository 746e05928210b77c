import assert from "node:assert/strict";
import { IdleTimer } from "../../../../src/base/timers";
import { PollIntervals } from "../../../../src/folders/poll/pollIntervals";
import { TestClock } from "../../testClock";

describe("PollIntervals", () => {
  it("begins at a second and grows to fifteen, until something happens", () => {
    const intervals = new PollIntervals();
    const seen: number[] = [];
    for (let now = 0; now < 9; now++) {
      seen.push(intervals.interval("f"));
      intervals.asked("f", now);
    }
    assert.deepEqual(seen, [1000, 1500, 2250, 3375, 5062.5, 7593.75, 11390.625, 15000, 15000]);
    intervals.restart("f");
    assert.equal(intervals.interval("f"), 1000);
    assert.equal(intervals.last("f"), 8);
  });

  it("asks by themselves for those that were not read yet, and for one of the others at a time", () => {
    const intervals = new PollIntervals();
    const isUnread = (id: string): boolean => id === "new";
    for (const id of ["a", "b"]) intervals.asked(id, 0);
    intervals.asked("c", 1);
    assert.deepEqual(intervals.allAsked(["a", "b", "c", "new"], isUnread, 10_000), ["new"]);
    assert.deepEqual(intervals.allAsked(["a", "b", "c"], isUnread, 16_000), ["a"]);
    intervals.asked("a", 16_000);
    assert.deepEqual(intervals.allAsked(["a", "b", "c"], isUnread, 17_000), ["b"]);
    assert.equal(intervals.last("c"), 17_000, "the shared request counts for all");
  });
});

describe("IdleTimer", () => {
  it("calls back once after ten minutes, and begins anew when somebody has looked", () => {
    const clock = new TestClock();
    let idle = true;
    let calls = 0;
    const timer = new IdleTimer(
      clock,
      () => idle,
      () => calls++,
    );
    const pass = (minutes: number): void => {
      timer.update();
      clock.advance(minutes * 60_000);
    };
    pass(9);
    assert.equal(calls, 0);
    pass(1);
    pass(60);
    assert.equal(calls, 1);
    idle = false;
    pass(60);
    idle = true;
    pass(9);
    idle = false;
    pass(1);
    assert.equal(calls, 1, "a look in between");
    idle = true;
    pass(10);
    assert.equal(calls, 2);
  });
});
