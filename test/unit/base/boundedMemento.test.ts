import assert from "node:assert/strict";
import { boundedMemento, NotSavedError } from "../../../src/base/boundedMemento";
import { TestMemory } from "../connections/stores";
import { settle } from "../settle";
import { TestClock } from "../testClock";

const KEY = "ozInspector.filters";

/** How a write fails. */
const FAULTS: Readonly<Record<string, () => Promise<void>>> = {
  rejects: () => Promise.reject(new Error("SECRET disk full")),
  throws: () => {
    throw new Error("SECRET disk full");
  },
  "never ends": () => new Promise<never>(() => undefined),
};

describe("boundedMemento", () => {
  it("has what is saved at once", () => {
    const memento = boundedMemento(new TestMemory(), new TestClock(), {
      warn: (line) => assert.fail(line),
    });
    void memento.update(KEY, [1]);
    assert.deepEqual(memento.get(KEY), [1]);
  });

  for (const [name, update] of Object.entries(FAULTS))
    it(`ends a write that ${name}, in a sentence for who waits and a line in the log`, async () => {
      const clock = new TestClock();
      const lines: string[] = [];
      const memento = boundedMemento(Object.assign(new TestMemory(), { update }), clock, {
        warn: (line) => lines.push(line),
      });
      // Nobody waits for this one.
      void memento.update(KEY, 1);
      const waiting = assert.rejects(
        Promise.resolve(memento.update(KEY, 2)),
        (error) => error instanceof NotSavedError && !error.message.includes("SECRET"),
      );
      clock.advance(10_000);
      await waiting;
      await settle();
      assert.deepEqual(lines, [`VS Code did not save ${KEY}`, `VS Code did not save ${KEY}`]);
    });

  it("fails quietly when the log is closed", async () => {
    const memory = Object.assign(new TestMemory(), { update: FAULTS.rejects });
    const warn = (): never => {
      throw new Error("Channel has been closed");
    };
    void boundedMemento(memory, new TestClock(), { warn }).update(KEY, 1);
    await settle();
    assert.equal(memory.get(KEY), null);
  });
});
