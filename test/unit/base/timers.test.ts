import assert from "node:assert/strict";
import { DelayTimer, RepeatingTimer } from "../../../src/base/timers";
import { TestClock } from "../testClock";

describe("DelayTimer", () => {
  it("calls back once a condition has held for the delay, and again once it has ceased to in between", () => {
    const clock = new TestClock();
    let holds = true;
    let calls = 0;
    const timer = new DelayTimer(
      clock,
      600_000,
      () => holds,
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
    holds = false;
    pass(60);
    holds = true;
    pass(9);
    holds = false;
    pass(1);
    assert.equal(calls, 1, "it ceased to hold in between");
    holds = true;
    pass(10);
    assert.equal(calls, 2);
  });
});

describe("RepeatingTimer", () => {
  it("calls back at its interval while it is needed, however often it is updated", () => {
    const clock = new TestClock();
    let needed = true;
    let calls = 0;
    const timer = new RepeatingTimer(
      clock,
      1000,
      () => needed,
      () => calls++,
    );
    const pass = (milliseconds: number): void => {
      for (let passed = 0; passed < milliseconds; passed += 100) {
        timer.update();
        clock.advance(100);
      }
    };
    pass(3500);
    assert.equal(calls, 3);
    needed = false;
    pass(3000);
    assert.deepEqual([calls, clock.pending], [3, 0]);
    needed = true;
    pass(900);
    assert.equal(calls, 3, "an interval begins anew");
    pass(100);
    timer.dispose();
    clock.advance(5000);
    assert.equal(calls, 4);
  });
});
