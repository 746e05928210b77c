import assert from "node:assert/strict";
import fc from "fast-check";
import { SETTLE_DELAY } from "../../../../src/base/sharedList";
import { SavedFilters } from "../../../../src/folders/filter/savedFilters";
import { TestMemory } from "../../connections/stores";
import { LAG, SharedState } from "../../sharedState";
import { TestClock } from "../../testClock";
import { anyFilter } from "./generate";

const KEY = "ozInspector.filters";

describe("SavedFilters", () => {
  it("returns filters as they were saved, sorted by name", async () => {
    const memory = new TestMemory();
    const filters = new SavedFilters(memory, new TestClock());
    await filters.put({ name: "b", filter: { text: "old" } });
    await filters.put({ name: "a", filter: { created: { since: "week" }, text: "x" } });
    await filters.put({ name: "b", filter: { results: ["DECLINED"] } });
    const read = new SavedFilters(memory, new TestClock()).all();
    assert.deepEqual(JSON.parse(JSON.stringify(read)), [
      { name: "a", filter: { created: { since: "week" }, text: "x" } },
      { name: "b", filter: { results: ["DECLINED"] } },
    ]);
    await filters.remove("a");
    await filters.remove("b");
    assert.deepEqual(filters.all(), []);
  });

  it("keeps what one window saved or removed although another wrote something else at the same moment", async () => {
    const clock = new TestClock();
    const state = new SharedState(clock);
    const [memory, other] = [state.openWindow(), state.openWindow()];
    const filters = new SavedFilters(memory, clock);
    const interfere = async (): Promise<void> => {
      await other.update("other", 1);
      for (const delay of [LAG, SETTLE_DELAY, LAG]) clock.advance(delay);
    };
    const names = (): string[] => new SavedFilters(other, clock).all().map(({ name }) => name);
    await filters.put({ name: "a", filter: { text: "x" } });
    await interfere();
    assert.deepEqual(names(), ["a"]);
    await filters.remove("a");
    await interfere();
    assert.deepEqual(names(), []);
  });

  it("returns any filter as it was saved", async () => {
    await fc.assert(
      fc.asyncProperty(anyFilter, async (filter) => {
        const memory = new TestMemory();
        await new SavedFilters(memory, new TestClock()).put({ name: "x", filter });
        const written = JSON.stringify(memory.get(KEY));
        await memory.update(KEY, JSON.parse(written));
        const [read] = new SavedFilters(memory, new TestClock()).all();
        assert.deepEqual(JSON.stringify(sorted(read!.filter)), JSON.stringify(sorted(filter)));
      }),
    );
  });

  it("skips filters that it cannot read", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        const memory = new TestMemory();
        const half = { name: "half", filter: { text: "x", results: value } };
        await memory.update(KEY, [value, half, { name: "good", filter: { text: "x" } }]);
        const read = new Map(
          new SavedFilters(memory, new TestClock()).all().map(({ name, filter }) => [name, filter]),
        );
        assert.equal(read.get("good")?.text, "x");
        // Without its results it would match more folders.
        if (read.has("half")) assert.deepEqual(read.get("half")?.results, value);
      }),
    );
  });
});

/** Sorts the members and drops empty ones. */
function sorted(filter: object): unknown {
  const entries = Object.entries(JSON.parse(JSON.stringify(filter)) as object);
  return Object.fromEntries(
    entries.filter(([, value]) => JSON.stringify(value) !== "{}" && value !== "").sort(),
  );
}
