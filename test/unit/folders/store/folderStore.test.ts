import assert from "node:assert/strict";
import fc from "fast-check";
import { FolderStore, type FolderChanges } from "../../../../src/folders/store/folderStore";
import { down, folder, idOf, numbersOf, page } from "../build";

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
    assert.equal(store.listedCount, 4);
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
    store.applyFolders([folder(2)]);
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

  describe("with several connections", () => {
    it("shows one at a time, and what it knows of another at once", () => {
      const { store, seen } = observed();
      store.show("a");
      store.applyPage(page([2, 1], 2), undefined, 3);
      store.show("b");
      assert.deepEqual([store.loaded, store.list().length, store.totalCount], [false, 0, undefined]);
      assert.deepEqual(seen.at(-1), { added: [], changed: [], removed: [idOf(2), idOf(1)], list: true });
      store.applyPage(page([9], 1), undefined, 3);
      store.show("a");
      assert.deepEqual(numbersOf(store.list()), [2, 1]);
      assert.deepEqual([seen.at(-1)?.added, seen.at(-1)?.removed], [[idOf(2), idOf(1)], [idOf(9)]]);
    });

    it("forgets those that nobody is signed in to, and the oldest of many", () => {
      const { store } = observed();
      for (const key of ["a", "b", "c", "d"]) {
        store.show(key);
        store.applyPage(page([1], 1), undefined, 3);
      }
      store.show("a");
      assert.equal(store.loaded, false);
      store.keepOnly(["a", "d"]);
      store.show("c");
      assert.equal(store.loaded, false);
      store.show("d");
      assert.equal(store.loaded, true);
    });
  });

  describe("told what has changed", () => {
    const nobody = (): boolean => false;

    it("takes in changed folders, new ones, and those that somebody wants, and no others", () => {
      const { store, seen } = observed();
      store.applyPage(page(down(9, 7), 9), undefined, 3);
      const changed = folder(8, { resolution_status: "FAILED", time_updated: 20 });
      store.applyChanges([folder(10), changed, folder(3), folder(2)], (id) => id === idOf(2));
      assert.deepEqual(numbersOf(store.list()), [10, 9, 8, 7, 2]);
      assert.deepEqual(seen.at(-1), {
        added: [idOf(10), idOf(2)],
        changed: [idOf(8)],
        removed: [],
        list: true,
      });
      assert.deepEqual([store.listedCount, store.totalCount, store.reachIndex], [4, 10, 4]);
    });

    it("says nothing when nothing is new", () => {
      const { store, seen } = observed();
      store.applyPage(page(down(9, 7), 9), undefined, 3);
      store.applyChanges([folder(9), folder(8), folder(1)], nobody);
      assert.equal(seen.length, 1);
    });

    it("knows up to when changes are known: from the first page on, then by what it is told", () => {
      const { store } = observed();
      const updated = (number: number, second: number) => folder(number, { time_updated: second });
      assert.equal(store.latestChange, undefined);
      store.applyPage({ folders: [updated(2, 30), updated(1, 40)], totalCount: 2, skipped: 0 }, undefined, 9);
      assert.equal(store.latestChange, 40_000);
      store.applyFolders([updated(2, 60)]);
      assert.equal(store.latestChange, 40_000, "one folder tells nothing about the others");
      store.applyChanges([updated(1, 50)], nobody);
      assert.equal(store.latestChange, 50_000);
      store.applyChanges([], nobody);
      assert.equal(store.latestChange, 50_000);
    });
  });

  describe("when it is to forget what nobody looks at", () => {
    it("keeps the first rows and what somebody keeps, and reads on from there", () => {
      const { store, seen } = observed();
      store.applyPage(page(down(20, 1), 20), undefined, 100);
      store.trim(5, (id) => id === idOf(3));
      assert.deepEqual(numbersOf(store.list()), [...down(20, 16), 3]);
      assert.deepEqual([store.hasMore, store.listedCount, store.reachIndex], [true, 5, 5]);
      assert.equal(seen.at(-1)?.removed.length, 14);
      store.applyPage(page(down(15, 1), 20), store.lastReached, 100);
      assert.deepEqual(numbersOf(store.list()), down(20, 1));
    });

    it("forgets looked-up folders also where the list is short", () => {
      const { store } = observed();
      store.applyPage(page([9, 8], 9), undefined, 2);
      store.applyFolders([folder(1)]);
      store.trim(5, () => false);
      assert.deepEqual(numbersOf(store.list()), [9, 8]);
    });
  });

  it("holds its rows in order whatever is read, changed and removed", () => {
    const number = fc.integer({ min: 1, max: 30 });
    const step = fc.oneof(
      fc.record({ kind: fc.constant("folder" as const), number }),
      fc.record({ kind: fc.constant("gone" as const), number }),
      fc.record({ kind: fc.constant("changes" as const), number }),
      fc.record({ kind: fc.constant("page" as const), number }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { store } = observed();
        const known = new Set<number>();
        const take = (numbers: readonly number[]): void => numbers.forEach((one) => known.add(one));
        steps.forEach(({ kind, number: at }, index) => {
          const fresh = folder(at, { time_updated: 100 + index });
          if (kind === "folder") store.applyFolders([fresh]);
          if (kind === "changes") store.applyChanges([fresh], () => true);
          if (kind === "gone") store.applyGone(idOf(at));
          if (kind === "page") store.applyPage(page(down(at, 1)), undefined, 100);
          if (kind === "page") known.clear();
          if (kind === "gone") known.delete(at);
          else take(kind === "page" ? down(at, 1) : [at]);
        });
        // A page says what is gone among the listed, not among those that were looked up.
        const listed = numbersOf(store.list());
        assert.deepEqual(
          listed,
          [...new Set(listed)].sort((a, b) => b - a),
        );
        for (const one of known) assert.ok(store.get(idOf(one)));
        for (const one of listed) assert.equal(store.get(idOf(one))?.createdAt, one * 1000);
      }),
    );
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
