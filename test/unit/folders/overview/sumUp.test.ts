import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { overviewOf } from "../../../../src/folders/overview/overview";
import { sumUp } from "../../../../src/folders/overview/sumUp";
import { down, finishedFolder } from "../build";

/** A clock on which 4 ms pass between two looks. */
class SlowClock {
  readonly waiting: (() => void)[] = [];
  private time = 0;

  elapsed(): number {
    return (this.time += 4);
  }

  after(_delay: number, callback: () => void): () => void {
    this.waiting.push(callback);
    return () => undefined;
  }
}

describe("sumUp", () => {
  const folders = down(1000, 1).map((number) => finishedFolder(number));

  it("sums up all folders, and waits now and then so that others have their turn", async () => {
    const clock = new SlowClock();
    const work = sumUp(folders, clock);
    let turns = 0;
    for (;;) {
      await setImmediate();
      if (clock.waiting.length === 0) break;
      assert.equal(clock.waiting.length, 1);
      clock.waiting.pop()?.();
      turns += 1;
    }
    assert.ok(turns > 10, `only ${turns} turns`);
    assert.deepEqual(
      overviewOf(await work).results.map(({ result, count }) => [result, count]),
      [["SUCCESS", 1000]],
    );
  });

  it("ends when it is cancelled", async () => {
    const clock = new SlowClock();
    const controller = new AbortController();
    const work = sumUp(folders, clock, controller.signal);
    controller.abort();
    clock.waiting.pop()?.();
    assert.ok((await work).count < 1000);
  });
});
