import assert from "node:assert/strict";
import fc from "fast-check";
import { FolderStore, type FolderChanges } from "../../../src/folders/folderStore";
import { down, folder, idOf, numbersOf, page } from "./build";

function observed(): { store: FolderStore; seen: FolderChanges[] } {
  const store = new FolderStore();
  const seen: FolderChanges[] = [];
  store.onDidChange((change) => seen.push(change));
  return { store, seen };
}

describe("FolderStore", () => {
  it("lists pages newest first and knows that there is more", () => {
    const { store } = observed();
    assert.equal(store.loaded, false);
    store.applyPage(page(down(9, 7), 9), undefined, 3);
    assert.deepEqual([store.loaded, store.hasMore, store.listedCount, store.totalCount], [true, true, 3, 9]);
    store.applyPage(page(down(6, 4), 9), store.lastReached, 3);
    assert.deepEqual(numbersOf(store.list()), down(9, 4));
    store.applyPage(page([3], 7), store.lastReached, 3);
    assert.deepEqual([store.hasMore, store.listedCount], [false, 7]);
  });

  it("names what a reply changed, and says nothing when it changed nothing", () => {
    const { store, seen } = observed();
    store.applyPage(page([3, 2, 1], 3), undefined, 10);
    store.applyPage(page([3, 2, 1], 3), undefined, 10);
    assert.equal(seen.length, 1);
    assert.deepEqual(seen[0]?.added, [3, 2, 1].map(idOf));
    const before = store.get(idOf(3));
    const changed = {
      folders: [folder(3), folder(2, { resolution_status: "FAILED" }), folder(1)],
      totalCount: 3,
      skipped: 0,
    };
    store.applyPage(changed, undefined, 10);
    assert.deepEqual(seen[1], { added: [], changed: [idOf(2)], removed: [], list: false });
    assert.equal(store.get(idOf(3)), before, "the same object stands for what did not change");
  });

  it("says that an empty list was read", () => {
    const { store, seen } = observed();
    store.applyPage(page([], 0), undefined, 100);
    assert.deepEqual(seen, [{ added: [], changed: [], removed: [], list: true }]);
    assert.deepEqual([store.loaded, store.hasMore], [true, false]);
  });

  it("removes a folder that is missing from where it should stand, and no other", () => {
    const { store, seen } = observed();
    store.applyPage(page([5, 4, 3], 9), undefined, 3);
    store.applyPage(page([2, 1], 5), store.lastReached, 3);
    store.applyPage(page([5, 3, 2], 4), undefined, 3);
    assert.deepEqual(seen.at(-1)?.removed, [idOf(4)]);
    assert.deepEqual(numbersOf(store.list()), [5, 3, 2, 1]);
  });

  it("keeps a row that two pages share once, when new folders pushed it on", () => {
    const { store } = observed();
    store.applyPage(page([5, 4, 3], 5), undefined, 3);
    store.applyPage(page([3, 2, 1], 6), store.lastReached, 3);
    assert.deepEqual(numbersOf(store.list()), [5, 4, 3, 2, 1]);
    assert.equal(store.listedCount, 5);
  });

  it("keeps a looked-up folder behind the gap and counts it only when its page comes", () => {
    const { store } = observed();
    store.applyPage(page([9, 8, 7], 9), undefined, 3);
    store.applyFolder(folder(2));
    assert.deepEqual([store.listedCount, store.reachIndex], [3, 3]);
    assert.deepEqual(numbersOf(store.list()), [9, 8, 7, 2]);
    store.applyPage(page([9, 8, 7], 9), undefined, 3);
    assert.ok(store.get(idOf(2)), "a page that does not reach it does not remove it");
    store.applyPage(page(down(6, 1), 9), store.lastReached, 6);
    assert.deepEqual(numbersOf(store.list()), down(9, 1));
    assert.equal(store.listedCount, 9);
  });

  it("opens a gap when more arrived than one page holds", () => {
    const { store } = observed();
    store.applyPage(page([3, 2, 1], 9), undefined, 3);
    store.applyPage(page([99, 98, 97], 99), undefined, 3);
    assert.deepEqual([store.listedCount, store.reachIndex, store.hasMore], [3, 3, true]);
    assert.deepEqual(numbersOf(store.list()), [99, 98, 97, 3, 2, 1]);
  });

  it("forgets everything for another server", () => {
    const { store, seen } = observed();
    store.applyPage(page([2, 1], 2), undefined, 3);
    store.clear();
    assert.deepEqual([store.loaded, store.list().length, store.totalCount], [false, 0, undefined]);
    assert.deepEqual(seen.at(-1)?.removed, [idOf(2), idOf(1)]);
  });

  it("says that a folder is gone even if it was not known", () => {
    const { store, seen } = observed();
    store.applyGone(idOf(7));
    assert.deepEqual(seen.at(-1)?.removed, [idOf(7)]);
  });

  it("holds after any paging what the server has, whatever arrives in between", () => {
    const arrivals = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(arrivals, fc.integer({ min: 1, max: 7 }), (added, limit) => {
        const { store } = observed();
        let newest = 20;
        const readFrom = (offset: number, after: ReturnType<typeof folder> | undefined): void => {
          const rows = down(newest, 1).slice(offset, offset + limit);
          store.applyPage(page(rows, newest), after, limit);
        };
        readFrom(0, undefined);
        for (const count of added) {
          newest += count;
          readFrom(store.listedCount, store.lastReached);
        }
        const listed = numbersOf(store.list());
        assert.deepEqual(
          listed,
          [...new Set(listed)].sort((a, b) => b - a),
        );
        const first = listed.filter((number) => number <= 20);
        assert.deepEqual(first, down(20, first.at(-1) ?? 20), "no gap in what was there when paging began");
      }),
    );
  });
});
