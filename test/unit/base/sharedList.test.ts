import assert from "node:assert/strict";
import type { Memento } from "../../../src/base/memento";
import { listNamed } from "../../../src/base/memento";
import { readNumber, textMember, member } from "../../../src/base/readJson";
import type { Edit } from "../../../src/base/savedList";
import { SharedList, SETTLE_DELAY } from "../../../src/base/sharedList";
import { LAG, SharedState } from "../sharedState";
import { TestClock } from "../testClock";

interface Item {
  readonly id: string;
  readonly size?: number | undefined;
  readonly color?: string | undefined;
}

const KIND = {
  read(json: unknown): Item | undefined {
    const id = textMember(json, "id");
    const [size, color] = [readNumber(member(json, "size")), textMember(json, "color")];
    return id === undefined ? undefined : { id, size, color };
  },
  idOf: ({ id }: Item) => id,
};

describe("SharedList in two windows", () => {
  let clock: TestClock;
  let state: SharedState;
  let writes: number;
  beforeEach(() => {
    clock = new TestClock();
    state = new SharedState(clock);
    writes = 0;
  });

  function open(memory = state.openWindow()) {
    const counting: Memento = {
      get: (key) => memory.get(key),
      update: (key, value) => {
        writes++;
        return memory.update(key, value);
      },
    };
    const list = new SharedList(listNamed("items", counting), KIND, clock);
    const ids = (): string[] => list.items.map(({ id }) => id);
    const put = (item: Item): Promise<void> => list.edit(item.id, () => item);
    return { list, memory, ids, put };
  }

  const pass = (milliseconds: number): void => {
    for (let passed = 0; passed < milliseconds; passed += 100) clock.advance(100);
  };

  it("writes several changes at once, and makes all of them again that were lost", async () => {
    const [a, b] = [open(), open()];
    await a.put({ id: "x" });
    pass(LAG);
    const before = writes;
    const sized = (size: number) => (known: Item | undefined) => ({ ...known, id: `${size}`, size });
    await a.list.editAll(
      new Map<string, Edit<Item>>([
        ["1", sized(1)],
        ["2", sized(2)],
        ["x", () => undefined],
      ]),
    );
    assert.deepEqual([a.ids(), writes - before], [["1", "2"], 1]);
    await b.put({ id: "y" });
    pass(2 * SETTLE_DELAY + LAG);
    for (const { ids } of [a, b]) assert.deepEqual(ids().sort(), ["1", "2", "y"]);
  });

  for (const [name, early] of [
    ["a moment later", LAG - 100],
    ["at once", 0],
  ] as const)
    it(`has what one of them added although the other wrote something else ${name}`, async () => {
      const [a, b] = [open(), open()];
      await a.put({ id: "x" });
      pass(early);
      await b.memory.update("other", 1);
      for (let passed = 0; passed < 2 * SETTLE_DELAY; passed += 100) {
        pass(100);
        assert.deepEqual(a.ids(), ["x"], "it is never missing where it was added");
      }
      const saved = (name: string): unknown => a.memory.get(name);
      assert.deepEqual([b.ids(), saved("items"), saved("other")], [["x"], [{ id: "x" }], 1]);
    });

  it("has no longer what one of them removed although the other wrote something else", async () => {
    const [a, b] = [open(), open()];
    await a.put({ id: "x" });
    pass(2 * SETTLE_DELAY);
    await a.list.edit("x", () => undefined);
    await b.memory.update("other", 1);
    assert.deepEqual(b.ids(), ["x"]);
    pass(2 * SETTLE_DELAY);
    assert.deepEqual([a.ids(), b.ids()], [[], []]);
  });

  it("has both changes of one item", async () => {
    const [a, b] = [open(), open()];
    await a.put({ id: "x" });
    pass(2 * SETTLE_DELAY);
    await a.list.edit("x", (item) => item && { ...item, size: 2 });
    await b.list.edit("x", (item) => item && { ...item, color: "red" });
    pass(2 * SETTLE_DELAY);
    for (const { list } of [a, b]) assert.deepEqual(list.items, [{ id: "x", size: 2, color: "red" }]);
  });

  it("has all changes that one of them made in a second, in their order", async () => {
    const [a, b] = [open(), open()];
    await a.put({ id: "x", size: 1 });
    await a.list.edit("x", (item) => item && { ...item, size: (item.size ?? 0) * 10 });
    await a.list.edit("x", (item) => item && { ...item, size: (item.size ?? 0) + 5 });
    await b.memory.update("other", 1);
    pass(2 * SETTLE_DELAY);
    for (const { list } of [a, b]) assert.deepEqual(list.items, [{ id: "x", size: 15, color: undefined }]);
  });

  it("writes a change once if nothing undoes it, and nothing if nothing changes", async () => {
    const a = open();
    await a.put({ id: "x", color: undefined });
    await a.put({ id: "x" });
    pass(2 * SETTLE_DELAY);
    assert.equal(writes, 1);
  });

  it("does not write back what the other has removed later", async () => {
    const [a, b] = [open(), open()];
    await a.put({ id: "x" });
    pass(2 * SETTLE_DELAY);
    await b.list.edit("x", () => undefined);
    pass(2 * SETTLE_DELAY);
    assert.deepEqual([a.ids(), b.ids(), writes], [[], [], 2]);
  });

  it("does not make again what could not be saved, or what was changed in a window that has closed", async () => {
    const [a, b] = [open(), open()];
    a.memory.update = () => Promise.reject(new Error("disk full"));
    await assert.rejects(a.put({ id: "x" }), { message: "disk full" });
    assert.deepEqual([a.ids(), clock.pending], [[], 0]);
    await b.put({ id: "y" });
    b.list.dispose();
    pass(LAG);
    assert.equal(clock.pending, 0);
  });
});
