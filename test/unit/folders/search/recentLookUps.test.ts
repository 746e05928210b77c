import assert from "node:assert/strict";
import { RecentLookUps } from "../../../../src/folders/search/recentLookUps";
import { TestMemory } from "../../connections/stores";
import { down, idOf } from "../build";

describe("RecentLookUps", () => {
  it("keeps the last twenty IDs, latest first, each once", () => {
    const recent = new RecentLookUps(new TestMemory());
    for (const number of [...down(25, 1), 7]) recent.put("here", idOf(number));
    assert.deepEqual(recent.of("here"), [7, 1, 2, 3, 4, 5, 6, ...down(20, 8).reverse()].map(idOf));
  });

  it("keeps the IDs of each connection apart", () => {
    const recent = new RecentLookUps(new TestMemory());
    recent.put("here", idOf(1));
    recent.put("there", idOf(2));
    recent.put("there", idOf(3));
    assert.deepEqual([recent.of("here"), recent.of("there")], [[idOf(1)], [idOf(3), idOf(2)]]);
  });

  it("tells when an ID was put, once it can be read", () => {
    const recent = new RecentLookUps(new TestMemory());
    const seen: (readonly string[])[] = [];
    recent.onDidPut(() => seen.push(recent.of("here")));
    recent.put("here", idOf(1));
    assert.deepEqual(seen, [[idOf(1)]]);
  });

  it("forgets the IDs of connections that were removed", () => {
    const memory = new TestMemory();
    const recent = new RecentLookUps(memory);
    recent.put("here", idOf(1));
    recent.put("there", idOf(2));
    recent.keepOnly(["there"]);
    assert.deepEqual([recent.of("here"), recent.of("there")], [[], [idOf(2)]]);
    recent.keepOnly([]);
    assert.ok(![...memory.values.values()].join().includes(idOf(2)), "also from the storage");
  });

  it("skips saved IDs that it cannot read", () => {
    for (const saved of [null, 7, [], { here: 7 }, { here: [7, idOf(1), null] }]) {
      const memory = new TestMemory();
      void memory.update("ozInspector.lookUps", saved);
      const recent = new RecentLookUps(memory);
      assert.ok(recent.of("here").length <= 1);
      recent.put("here", idOf(2));
      assert.equal(recent.of("here")[0], idOf(2));
    }
  });
});
