import assert from "node:assert/strict";
import { IdleTimer } from "../../../src/base/timers";
import { TestClock } from "../testClock";

describe("IdleTimer", () => {
  it("calls back once after ten minutes of idleness; activity starts them again", () => {
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
    assert.equal(calls, 1, "active in between");
    idle = true;
    pass(10);
    assert.equal(calls, 2);
  });
});
