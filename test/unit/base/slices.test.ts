import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import { inSlices } from "../../../src/base/slices";

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

describe("inSlices", () => {
  const items = Array.from({ length: 1000 }, (_, index) => index);

  it("works through all items in order, and waits now and then so that others have their turn", async () => {
    const clock = new SlowClock();
    const done: number[] = [];
    const work = inSlices(items, (item) => done.push(item), clock);
    let turns = 0;
    for (;;) {
      await setImmediate();
      if (clock.waiting.length === 0) break;
      assert.equal(clock.waiting.length, 1);
      clock.waiting.pop()?.();
      turns += 1;
    }
    await work;
    assert.ok(turns > 10, `only ${turns} turns`);
    assert.deepEqual(done, items);
  });

  it("ends with the reason when it is cancelled", async () => {
    const clock = new SlowClock();
    const controller = new AbortController();
    let done = 0;
    const work = inSlices(items, () => (done += 1), clock, controller.signal);
    controller.abort(new Error("enough"));
    clock.waiting.pop()?.();
    await assert.rejects(work, /enough/);
    assert.ok(done < items.length);
  });
});
