import assert from "node:assert/strict";
import { Slots } from "../../../src/base/slots";
import { settle } from "../settle";

describe("Slots", () => {
  it("never run more at once, however often those that wait have their turn, and keep the order", async () => {
    const slots = new Slots(2);
    const running = new Map<number, () => void>();
    const begun: number[] = [];
    const start = (number: number): Promise<void> =>
      slots.run(() => {
        begun.push(number);
        return new Promise((resolve) => running.set(number, resolve));
      });
    const end = async (number: number): Promise<void> => {
      running.get(number)?.();
      running.delete(number);
      await settle();
    };
    const all = [1, 2, 3, 4].map(start);
    await settle();
    assert.deepEqual([...running.keys()], [1, 2]);
    await end(1);
    await end(2);
    assert.deepEqual([...running.keys()], [3, 4]);
    // Those that waited took the places that became free, and left no others.
    all.push(...[5, 6].map(start));
    await settle();
    assert.deepEqual([...running.keys()], [3, 4]);
    for (const number of [3, 4, 5, 6]) await end(number);
    await Promise.all(all);
    assert.deepEqual(begun, [1, 2, 3, 4, 5, 6]);
  });

  it("are free again after a task that fails, and after all have ended", async () => {
    const slots = new Slots(1);
    const failure = new Error("no");
    const first = slots.run(() => Promise.reject(failure));
    const second = slots.run(() => Promise.resolve("second"));
    await assert.rejects(first, failure);
    assert.equal(await second, "second");
    assert.equal(await slots.run(() => Promise.resolve("third")), "third");
  });
});
