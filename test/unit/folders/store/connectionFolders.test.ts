import assert from "node:assert/strict";
import fc from "fast-check";
import { ConnectionFolders, type FolderChanges } from "../../../../src/folders/store/connectionFolders";
import { down, folder, idOf, numbersOf, page } from "../build";

function observed(): { folders: ConnectionFolders; seen: FolderChanges[] } {
  const seen: FolderChanges[] = [];
  return { folders: new ConnectionFolders((changes) => seen.push(changes)), seen };
}

describe("ConnectionFolders", () => {
  it("lists pages newest first and knows whether there are more", () => {
    const { folders } = observed();
    assert.equal(folders.loaded, false);
    folders.applyPage(page(down(9, 7), 9), undefined, 3);
    assert.deepEqual(
      [folders.loaded, folders.hasMore, folders.listedCount, folders.totalCount],
      [true, true, 3, 9],
    );
    folders.applyPage(page(down(6, 4), 9), folders.lastListed, 3);
    assert.deepEqual(numbersOf(folders.all), down(9, 4));
    folders.applyPage(page([3], 7), folders.lastListed, 3);
    assert.deepEqual([folders.hasMore, folders.listedCount], [false, 7]);
  });

  it("announces what a reply changed, and nothing if it changed nothing", () => {
    const { folders, seen } = observed();
    folders.applyPage(page([3, 2, 1], 3), undefined, 10);
    folders.applyPage(page([3, 2, 1], 3), undefined, 10);
    assert.equal(seen.length, 1);
    assert.deepEqual(seen[0]?.added, [3, 2, 1].map(idOf));
    const before = folders.get(idOf(3));
    const changed = {
      folders: [folder(3), folder(2, { resolution_status: "FAILED" }), folder(1)],
      totalCount: 3,
      skipped: 0,
    };
    folders.applyPage(changed, undefined, 10);
    assert.deepEqual(seen[1], { added: [], changed: [idOf(2)], removed: [], list: false });
    assert.equal(folders.get(idOf(3)), before, "an unchanged folder stays the same object");
  });

  it("announces that an empty list was read", () => {
    const { folders, seen } = observed();
    folders.applyPage(page([], 0), undefined, 100);
    assert.deepEqual(seen, [{ added: [], changed: [], removed: [], list: true }]);
    assert.deepEqual([folders.loaded, folders.hasMore], [true, false]);
  });

  it("removes only a folder that is missing where it should be", () => {
    const { folders, seen } = observed();
    folders.applyPage(page([5, 4, 3], 9), undefined, 3);
    folders.applyPage(page([2, 1], 5), folders.lastListed, 3);
    folders.applyPage(page([5, 3, 2], 4), undefined, 3);
    assert.deepEqual(seen.at(-1)?.removed, [idOf(4)]);
    assert.equal(folders.listedCount, 4);
    assert.deepEqual(numbersOf(folders.all), [5, 3, 2, 1]);
  });

  it("lists a row of two pages once, if new folders shifted it", () => {
    const { folders } = observed();
    folders.applyPage(page([5, 4, 3], 5), undefined, 3);
    folders.applyPage(page([3, 2, 1], 6), folders.lastListed, 3);
    assert.deepEqual(numbersOf(folders.all), [5, 4, 3, 2, 1]);
    assert.equal(folders.listedCount, 5);
  });

  it("lists a looked-up folder after the gap and counts it only once its page is read", () => {
    const { folders } = observed();
    folders.applyPage(page([9, 8, 7], 9), undefined, 3);
    folders.applyFolders([folder(2)]);
    assert.deepEqual([folders.listedCount, folders.gapIndex], [3, 3]);
    assert.deepEqual(numbersOf(folders.all), [9, 8, 7, 2]);
    folders.applyPage(page([9, 8, 7], 9), undefined, 3);
    assert.ok(folders.get(idOf(2)), "a page before it does not remove it");
    folders.applyPage(page(down(6, 1), 9), folders.lastListed, 6);
    assert.deepEqual(numbersOf(folders.all), down(9, 1));
    assert.equal(folders.listedCount, 9);
  });

  it("has no gap once the whole list is read, however old a looked-up folder is", () => {
    const { folders } = observed();
    folders.applyPage(page([9, 8, 7], 3), undefined, 10);
    folders.applyFolders([folder(2)]);
    assert.deepEqual([folders.hasMore, folders.gapIndex], [false, 4]);
  });

  it("has a gap when more arrived than fit on a page", () => {
    const { folders } = observed();
    folders.applyPage(page([3, 2, 1], 9), undefined, 3);
    folders.applyPage(page([99, 98, 97], 99), undefined, 3);
    assert.deepEqual([folders.listedCount, folders.gapIndex, folders.hasMore], [3, 3, true]);
    assert.deepEqual(numbersOf(folders.all), [99, 98, 97, 3, 2, 1]);
  });

  describe("given the changes", () => {
    const noneWanted = (): boolean => false;

    it("applies only loaded, new and wanted folders", () => {
      const { folders, seen } = observed();
      folders.applyPage(page(down(9, 7), 9), undefined, 3);
      const changed = folder(8, { resolution_status: "FAILED", time_updated: 20 });
      folders.applyChanges([folder(10), changed, folder(3), folder(2)], (id) => id === idOf(2));
      assert.deepEqual(numbersOf(folders.all), [10, 9, 8, 7, 2]);
      assert.deepEqual(seen.at(-1), {
        added: [idOf(10), idOf(2)],
        changed: [idOf(8)],
        removed: [],
        list: true,
      });
      assert.deepEqual([folders.listedCount, folders.totalCount, folders.gapIndex], [4, 10, 4]);
    });

    it("announces nothing if nothing has changed", () => {
      const { folders, seen } = observed();
      folders.applyPage(page(down(9, 7), 9), undefined, 3);
      folders.applyChanges([folder(9), folder(8), folder(1)], noneWanted);
      assert.equal(seen.length, 1);
    });

    it("knows the time of the latest change from the first page, then from the changes", () => {
      const { folders } = observed();
      const updated = (number: number, second: number) => folder(number, { time_updated: second });
      assert.equal(folders.latestChange, undefined);
      folders.applyPage(
        { folders: [updated(2, 30), updated(1, 40)], totalCount: 2, skipped: 0 },
        undefined,
        9,
      );
      assert.equal(folders.latestChange, 40_000);
      folders.applyFolders([updated(2, 60)]);
      assert.equal(folders.latestChange, 40_000, "a single folder tells nothing about the others");
      folders.applyChanges([updated(1, 50)], noneWanted);
      assert.equal(folders.latestChange, 50_000);
      folders.applyChanges([], noneWanted);
      assert.equal(folders.latestChange, 50_000);
    });
  });

  describe("trimmed", () => {
    it("keeps the first rows and needed folders, and continues from there", () => {
      const { folders, seen } = observed();
      folders.applyPage(page(down(20, 1), 20), undefined, 100);
      folders.trim(5, (id) => id === idOf(3));
      assert.deepEqual(numbersOf(folders.all), [...down(20, 16), 3]);
      assert.deepEqual([folders.hasMore, folders.listedCount, folders.gapIndex], [true, 5, 5]);
      assert.equal(seen.at(-1)?.removed.length, 14);
      folders.applyPage(page(down(15, 1), 20), folders.lastListed, 100);
      assert.deepEqual(numbersOf(folders.all), down(20, 1));
    });

    it("forgets looked-up folders even if the list is short", () => {
      const { folders } = observed();
      folders.applyPage(page([9, 8], 9), undefined, 2);
      folders.applyFolders([folder(1)]);
      folders.trim(5, () => false);
      assert.deepEqual(numbersOf(folders.all), [9, 8]);
    });
  });

  it("keeps its rows in order whatever is read, changed and removed", () => {
    const number = fc.integer({ min: 1, max: 30 });
    const step = fc.oneof(
      fc.record({ kind: fc.constant("folder" as const), number }),
      fc.record({ kind: fc.constant("gone" as const), number }),
      fc.record({ kind: fc.constant("changes" as const), number }),
      fc.record({ kind: fc.constant("page" as const), number }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { folders } = observed();
        const known = new Set<number>();
        const take = (numbers: readonly number[]): void => numbers.forEach((one) => known.add(one));
        steps.forEach(({ kind, number: at }, index) => {
          const fresh = folder(at, { time_updated: 100 + index });
          if (kind === "folder") folders.applyFolders([fresh]);
          if (kind === "changes") folders.applyChanges([fresh], () => true);
          if (kind === "gone") folders.applyGone(idOf(at));
          if (kind === "page") folders.applyPage(page(down(at, 1)), undefined, 100);
          if (kind === "page") known.clear();
          if (kind === "gone") known.delete(at);
          else take(kind === "page" ? down(at, 1) : [at]);
        });
        // A page tells which listed folders were removed, not which looked-up ones.
        const listed = numbersOf(folders.all);
        assert.deepEqual(
          listed,
          [...new Set(listed)].sort((a, b) => b - a),
        );
        for (const one of known) assert.ok(folders.get(idOf(one)));
        for (const one of listed) assert.equal(folders.get(idOf(one))?.createdAt, one * 1000);
      }),
    );
  });

  it("announces that a folder was removed even if it was not loaded", () => {
    const { folders, seen } = observed();
    folders.applyGone(idOf(7));
    assert.deepEqual(seen.at(-1)?.removed, [idOf(7)]);
  });

  it("has every folder of the server after paging, whatever arrives in between", () => {
    const arrivals = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(arrivals, fc.integer({ min: 1, max: 7 }), (added, limit) => {
        const { folders } = observed();
        let newest = 20;
        const readFrom = (offset: number, after: ReturnType<typeof folder> | undefined): void => {
          const rows = down(newest, 1).slice(offset, offset + limit);
          folders.applyPage(page(rows, newest), after, limit);
        };
        readFrom(0, undefined);
        for (const count of added) {
          newest += count;
          readFrom(folders.listedCount, folders.lastListed);
        }
        const listed = numbersOf(folders.all);
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
