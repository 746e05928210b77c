import assert from "node:assert/strict";
import { mock } from "node:test";
import { setImmediate } from "node:timers/promises";
import { systemClock } from "../../../src/base/clock";

const MONTH = 31 * 86_400_000;
/** What Node's timers take at most, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

describe("systemClock", () => {
  it("gives the system no delay that overflows its timers", async () => {
    const warnings: string[] = [];
    const listen = ({ name }: Error): void => void warnings.push(name);
    process.on("warning", listen);
    try {
      systemClock.after(MONTH, () => assert.fail("called early"))();
      await setImmediate();
    } finally {
      process.off("warning", listen);
    }
    assert.ok(!warnings.includes("TimeoutOverflowWarning"));
  });

  describe("a delay that is longer than a timer of the system", () => {
    beforeEach(() => mock.timers.enable({ apis: ["setTimeout"] }));
    afterEach(() => mock.timers.reset());

    it("calls back when all of it has passed, once", () => {
      let calls = 0;
      systemClock.after(MONTH, () => calls++);
      mock.timers.tick(LONGEST);
      mock.timers.tick(MONTH - LONGEST - 1);
      assert.equal(calls, 0);
      mock.timers.tick(1);
      mock.timers.tick(MONTH);
      assert.equal(calls, 1);
    });

    it("can be cancelled in any part of it", () => {
      const cancel = systemClock.after(MONTH, () => assert.fail("called"));
      mock.timers.tick(LONGEST);
      cancel();
      mock.timers.tick(MONTH);
    });
  });

  it("has a time since the start that does not follow the time of day", () => {
    const before = systemClock.elapsed();
    mock.timers.enable({ apis: ["Date"], now: 0 });
    try {
      assert.equal(systemClock.now(), 0);
      assert.ok(systemClock.elapsed() >= before);
    } finally {
      mock.timers.reset();
    }
  });
});
