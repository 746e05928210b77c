import assert from "node:assert/strict";
import { Backoff } from "../../../../src/folders/poll/backoff";
import { OzError } from "../../../../src/oz/http/ozError";

const failure = new OzError("refused", "no", { origin: "http://h" });
const wait = (retryAfter: number) =>
  new OzError("tooManyRequests", "wait", { origin: "http://h", retryAfter });

/** A backoff after so many failures. The last round ended at time 0. */
function after(failures: number, chance = 0.5): Backoff {
  const backoff = new Backoff(() => chance);
  for (let count = 0; count < failures; count++) backoff.roundEnded([failure], 0);
  return backoff;
}

describe("Backoff", () => {
  it("allows the first round at once", () => assert.equal(after(0).earliest, -Infinity));

  it("waits a second after a round, twice as long after each failure, up to a minute", () => {
    const backoff = after(0);
    backoff.roundEnded([], 0);
    assert.equal(backoff.earliest, 1000);
    assert.deepEqual(
      [1, 2, 3, 5, 6, 50].map((failures) => after(failures).earliest),
      [2000, 4000, 8000, 32_000, 60_000, 60_000],
    );
  });

  it("varies waits and intervals by a quarter after a failure only", () => {
    assert.deepEqual([after(1, 0).earliest, after(1, 1).earliest], [1500, 2500]);
    assert.deepEqual([after(1, 0).slow(5000, true), after(1, 1).slow(5000, true)], [7500, 12_500]);
    for (const chance of [0, 1]) {
      const backoff = after(1, chance);
      backoff.roundEnded([], 0);
      assert.deepEqual([backoff.earliest, backoff.slow(5000, true)], [1000, 5000]);
    }
  });

  it("doubles intervals with each failure, up to a minute, and never shortens one", () => {
    assert.deepEqual(
      [0, 1, 2, 9].map((failures) => after(failures).slow(5000, true)),
      [5000, 10_000, 20_000, 60_000],
    );
    assert.equal(after(3).slow(90_000, true), 90_000);
  });

  it("quadruples intervals while the window has no focus, up to a minute", () => {
    assert.deepEqual([after(0).slow(5000, false), after(0).slow(50_000, false)], [20_000, 60_000]);
  });

  it("waits as long as the server asks, from the end of the round", () => {
    const backoff = after(0);
    backoff.roundEnded([wait(30_000), failure, wait(9000)], 500);
    assert.equal(backoff.earliest, 30_500);
    backoff.forgetFailures();
    assert.equal(backoff.earliest, 30_500, "even after the failures are forgotten");
    assert.equal(backoff.slow(5000, true), 5000);
    backoff.reset();
    assert.equal(backoff.earliest, -Infinity);
  });
});
