import assert from "node:assert/strict";
import { Backoff } from "../../../../src/folders/poll/backoff";

/** A backoff after so many failures, the last at time 0. */
function after(failures: number, chance = 0.5): Backoff {
  const backoff = new Backoff(() => chance);
  for (let count = 0; count < failures; count++) backoff.ended(true, 0);
  return backoff;
}

describe("Backoff", () => {
  it("is due at once at first, and after it was reset", () => {
    const backoff = after(0);
    assert.equal(backoff.due(1000, true), -Infinity);
    backoff.ended(true, 0);
    backoff.reset();
    assert.deepEqual([backoff.due(1000, true), backoff.failures], [-Infinity, 0]);
  });

  it("is due an interval after the end, twice as long after each failure, up to a minute", () => {
    const backoff = after(0);
    backoff.ended(false, 500);
    assert.equal(backoff.due(1000, true), 1500);
    assert.deepEqual(
      [1, 2, 3, 5, 6, 50].map((failures) => after(failures).due(1000, true)),
      [2000, 4000, 8000, 32_000, 60_000, 60_000],
    );
    assert.equal(after(3).due(90_000, true), 90_000, "never shortens an interval");
  });

  it("varies intervals by a quarter after a failure only", () => {
    assert.deepEqual([after(1, 0).due(5000, true), after(1, 1).due(5000, true)], [7500, 12_500]);
    for (const chance of [0, 1]) {
      const backoff = after(1, chance);
      backoff.ended(false, 0);
      assert.equal(backoff.due(5000, true), 5000);
    }
  });

  it("quadruples intervals while the window has no focus, up to a minute", () => {
    const backoff = after(0);
    backoff.ended(false, 0);
    assert.deepEqual([backoff.due(5000, false), backoff.due(50_000, false)], [20_000, 60_000]);
  });

  it("keeps its failures when something else did the job, and its time when they are forgotten", () => {
    const backoff = after(1);
    backoff.covered(7000);
    assert.equal(backoff.due(5000, true), 17_000);
    backoff.forgetFailures();
    assert.equal(backoff.due(5000, true), 12_000);
  });
});
