import assert from "node:assert/strict";
import fc from "fast-check";
import { ConnectionFolders, type FolderChanges } from "../../../../src/folders/store/connectionFolders";
import type { FolderPage, OzFolder } from "../../../../src/oz/model/folder";
import { down, folder, idOf, laggingFolder, numbersOf, page, TestContext } from "../build";

function observed(): { folders: ConnectionFolders; seen: FolderChanges[]; context: TestContext } {
  const seen: FolderChanges[] = [];
  const context = new TestContext();
  return { folders: new ConnectionFolders((changes) => seen.push(changes), context), seen, context };
}

describe("ConnectionFolders", () => {
  it("lists pages newest first and knows whether there are more", () => {
    const { folders } = observed();
    assert.equal(folders.loaded, false);
    folders.applyPage(page(down(9, 7), 9));
    assert.deepEqual(
      [folders.loaded, folders.hasMore, folders.listedCount, folders.totalCount],
      [true, true, 3, 9],
    );
    folders.applyPage(page(down(6, 4), 9, 3));
    assert.deepEqual(numbersOf(folders.all), down(9, 4));
    folders.applyPage(page([3], 7, 6));
    assert.deepEqual([folders.hasMore, folders.listedCount], [false, 7]);
  });

  it("announces what a reply changed, and nothing if it changed nothing", () => {
    const { folders, seen } = observed();
    folders.applyPage(page([3, 2, 1], 3));
    folders.applyPage(page([3, 2, 1], 3));
    assert.equal(seen.length, 1);
    assert.deepEqual(seen[0]?.added, [3, 2, 1].map(idOf));
    const before = folders.get(idOf(3));
    const rows = [folder(3), folder(2, { resolution_status: "FAILED" }), folder(1)];
    folders.applyPage({ ...page([3, 2, 1], 3), folders: rows });
    assert.deepEqual(seen[1], {
      added: [],
      changed: [idOf(2)],
      removed: [],
      gone: [],
      list: false,
    });
    assert.equal(folders.get(idOf(3)), before, "an unchanged folder stays the same object");
  });

  it("announces an unchanged folder once its server has had the time to write the result", () => {
    const { folders, seen } = observed();
    const codes = (): unknown => folders.get(idOf(5))?.resolution.findings.map(({ code }) => code);
    folders.applyFolders([laggingFolder(5, 1)]);
    folders.applyFolders([laggingFolder(5, 29)]);
    assert.deepEqual([seen.length, codes()], [1, ["groupsInferred"]]);
    folders.applyFolders([laggingFolder(5, 31)]);
    assert.deepEqual(seen.slice(1), [{ added: [], changed: [idOf(5)], removed: [], gone: [], list: false }]);
    assert.deepEqual(codes(), ["resultDiffers", "statusDiffers", "groupsInferred"]);
    const before = folders.get(idOf(5));
    folders.applyFolders([laggingFolder(5, 60)]);
    assert.deepEqual([seen.length, folders.get(idOf(5)) === before], [2, true]);
  });

  it("knows which folders are settling until they come to rest or are removed", () => {
    const { folders, context } = observed();
    folders.applyFolders([laggingFolder(5, 1), laggingFolder(6, 1), laggingFolder(7, 1), folder(8)]);
    assert.deepEqual(folders.unsettledIds, [5, 6, 7].map(idOf));
    folders.applyFolders([laggingFolder(5, 31), laggingFolder(6, 2)]);
    assert.deepEqual(folders.unsettledIds, [6, 7].map(idOf));
    context.proveGone(folders, 6);
    assert.deepEqual(folders.unsettledIds, [idOf(7)]);
    folders.trim(0, () => false);
    assert.deepEqual(folders.unsettledIds, []);
  });

  it("announces that an empty list was read", () => {
    const { folders, seen } = observed();
    folders.applyPage(page([], 0));
    assert.deepEqual(seen, [{ added: [], changed: [], removed: [], gone: [], list: true }]);
    assert.deepEqual([folders.loaded, folders.hasMore], [true, false]);
  });

  it("removes only a folder that is missing where it should be", () => {
    const { folders, seen, context } = observed();
    folders.applyPage(page([5, 4, 3], 9));
    folders.applyPage(page([2, 1], 5, 3));
    context.clock.advance(60_000);
    folders.applyPage(page([5, 3, 2], 4));
    assert.deepEqual(seen.at(-1)?.removed, [idOf(4)]);
    assert.equal(folders.listedCount, 4);
    assert.deepEqual(numbersOf(folders.all), [5, 3, 2, 1]);
  });

  it("keeps folders that share a second with the edge of a page, in whatever order the server sends them", () => {
    const { folders, seen } = observed();
    const [x, y] = [folder(1, { time_created: 5 }), folder(2, { time_created: 5 })];
    const one = (only: OzFolder, offset: number): FolderPage => ({
      ...page([], 3, offset),
      folders: [only],
      isLast: false,
    });
    for (const [only, offset] of [
      [x, 0],
      [y, 1],
      [x, 0],
    ] as const)
      folders.applyPage(one(only, offset));
    assert.deepEqual(numbersOf(folders.all), [5, 5]);
    assert.deepEqual(
      seen.flatMap(({ removed }) => removed),
      [],
    );
  });

  it("asks for a folder that a page lacks soon after it was seen, as the page may come from a replica", () => {
    const { folders, context } = observed();
    folders.applyPage(page([3, 2, 1], 3));
    context.clock.advance(59_000);
    folders.applyPage(page([3, 1], 2));
    assert.deepEqual([numbersOf(folders.all), folders.unsettledIds], [[3, 2, 1], [idOf(2)]]);
    folders.applyPage(page([], 0));
    assert.deepEqual(numbersOf(folders.all), [3, 2, 1]);
    context.clock.advance(1000);
    folders.applyPage(page([3, 1], 2));
    assert.deepEqual(numbersOf(folders.all), [3, 1]);
  });

  it("asks for folders that were read before the first page, whose changes it has missed", () => {
    const { folders } = observed();
    const at = (number: number): OzFolder => folder(number, { time_updated: 100 });
    folders.applyFolders([at(9), at(2)]);
    assert.deepEqual(folders.unsettledIds, []);
    folders.applyPage({ ...page([9, 8], 9), folders: [at(9), at(8)] });
    assert.deepEqual(folders.unsettledIds, [idOf(2)]);
    folders.applyFolders([at(2)]);
    assert.deepEqual(folders.unsettledIds, []);
  });

  it("keeps all folders when a page has one without an ID, or none though there are some", () => {
    const { folders } = observed();
    folders.applyPage(page([3, 2, 1], 3));
    folders.applyPage({ ...page([3], 3), skipped: 2, isLast: true });
    folders.applyPage({ ...page([], 3), isLast: false });
    assert.deepEqual(numbersOf(folders.all), [3, 2, 1]);
  });

  it("takes a watched folder for gone only once its own request has said so twice, some time apart", () => {
    const { folders, seen, context } = observed();
    context.watched.add(idOf(2));
    folders.applyPage(page([3, 2, 1], 3));
    context.clock.advance(60_000);
    folders.applyPage(page([3, 1], 2));
    assert.deepEqual([folders.get(idOf(2))?.id, folders.listedCount], [idOf(2), 2]);
    assert.deepEqual(folders.unsettledIds, [idOf(2)], "it is asked for");
    folders.applyNotFound(idOf(2));
    assert.ok(folders.get(idOf(2)));
    folders.applyFolders([folder(2)]);
    assert.deepEqual(folders.unsettledIds, [], "it is there after all");
    context.clock.advance(60_000);
    folders.applyNotFound(idOf(2));
    assert.ok(folders.get(idOf(2)));
    context.clock.advance(10_000);
    folders.applyNotFound(idOf(2));
    assert.deepEqual([seen.at(-1)?.removed, seen.at(-1)?.gone], [[idOf(2)], [idOf(2)]]);
    assert.deepEqual(folders.unsettledIds, []);
  });

  it("doubts listed folders that were on none of all pages, though no page proves that they are gone", () => {
    const { folders } = observed();
    const all = down(9, 1).map((number) => folder(number, { time_created: 5 }));
    const without = (number: number): OzFolder[] => all.filter(({ id }) => id !== idOf(number));
    const rows = (from: number, to: number, offset: number, list: OzFolder[]): FolderPage => ({
      ...page([], list.length, offset),
      folders: list.slice(from, to),
      isLast: to >= list.length,
    });
    folders.applyPage(rows(0, 9, 0, all));
    const left = without(5);
    const second = rows(3, 8, 3, left);
    for (const one of [rows(0, 4, 0, left), second]) folders.applyPage(one);
    folders.applyAllPages(new Set(left.map(({ id }) => id)), second);
    assert.deepEqual(folders.unsettledIds, [idOf(5)]);
  });

  it("takes lists without a watched folder for no proof, however often they come", () => {
    const { folders, seen, context } = observed();
    context.watched.add(idOf(2));
    folders.applyPage(page([3, 2, 1], 3));
    for (let time = 0; time < 3; time++) {
      context.clock.advance(60_000);
      folders.applyPage(page([3, 1], 2));
      folders.applyAllPages(new Set([3, 1].map(idOf)), page([3, 1], 2));
    }
    folders.applyNotFound(idOf(2));
    assert.ok(folders.get(idOf(2)));
    context.proveGone(folders, 2);
    assert.deepEqual(seen.at(-1)?.gone, [idOf(2)]);
  });

  it("believes the second page that ends the list before listed folders, as the total of one may be wrong", () => {
    const { folders, context } = observed();
    folders.applyPage(page(down(9, 1), 9));
    context.clock.advance(60_000);
    folders.applyPage(page([9, 8, 7], 3));
    assert.deepEqual([folders.all.length, folders.isInDoubt], [9, true]);
    folders.applyPage({ ...page([9, 8, 7], 9), isLast: false });
    folders.applyPage(page([9, 8, 7], 3));
    assert.equal(folders.all.length, 9);
    folders.applyPage(page([9, 8, 7], 3));
    assert.deepEqual([numbersOf(folders.all), folders.isInDoubt], [[9, 8, 7], false]);
  });

  it("asks for loaded folders that are not listed where a page lacks them", () => {
    const { folders, context } = observed();
    folders.applyPage(page([3, 2, 1], 9));
    context.clock.advance(60_000);
    folders.applyPage(page([99, 98, 97], 99));
    folders.applyPage(page([97, 3, 1], 99, 2));
    assert.deepEqual([numbersOf(folders.all), folders.unsettledIds], [[99, 98, 97, 3, 2, 1], [idOf(2)]]);
  });

  it("continues on the server behind the rows that it does not send", () => {
    const { folders } = observed();
    folders.applyPage({ ...page([9, 8, 7], 100), skipped: 2 });
    assert.deepEqual([folders.listedCount, folders.nextOffset], [3, 5]);
    folders.trim(2, () => false);
    assert.equal(folders.nextOffset, 2);
  });

  it("notices that a complete list has lost or gained folders that no reply has shown", () => {
    const { folders, context } = observed();
    folders.applyPage({ ...page([9, 8, 7], 4), skipped: 1, isLast: true });
    assert.equal(folders.isInDoubt, false, "one of the four could not be read");
    context.clock.advance(60_000);
    folders.applyPage({ ...page([9, 8], 3), isLast: false });
    assert.equal(folders.isInDoubt, true);
    folders.applyPage(page([9, 8, 6], 3));
    assert.equal(folders.isInDoubt, false);
  });

  it("doubts a complete list with rows that showed no folder of their own, ever more rarely while none is shown", () => {
    const unreadable = { ...page([9, 8, 7], 4), skipped: 1, isLast: true };
    const twice = page([9, 8, 7, 7], 4);
    for (const bad of [unreadable, twice]) {
      const { folders, context } = observed();
      const doubts: number[] = [];
      folders.applyPage(bad);
      for (let seconds = 1; seconds <= 200; seconds++) {
        context.clock.advance(1000);
        if (!folders.isInDoubt) continue;
        doubts.push(seconds);
        folders.applyPage(bad);
      }
      assert.deepEqual(doubts, [10, 30, 70, 150]);
      folders.applyPage(page([9, 8, 7, 6], 4));
      context.clock.advance(24 * 60 * 60_000);
      assert.equal(folders.isInDoubt, false, "all four are shown");
    }
  });

  it("no longer doubts a list of which the rows with no folder are no longer loaded", () => {
    const { folders, context } = observed();
    folders.applyPage({ ...page([9, 8, 7], 4), skipped: 1, isLast: true });
    folders.trim(2, () => false);
    context.clock.advance(60_000);
    assert.equal(folders.isInDoubt, false);
  });

  describe("given an earlier state", () => {
    const at = (second: number, more: object = {}) => folder(1, { time_updated: second, ...more });
    const word = (folders: ConnectionFolders): unknown => folders.get(idOf(1))?.json.resolution_status;

    it("keeps the later one while a replica of the server may still lag behind", () => {
      const { folders, seen, context } = observed();
      folders.applyFolders([at(20, { resolution_status: "FINISHED" })]);
      for (let time = 0; time < 10; time++) {
        context.clock.advance(30_000);
        folders.applyPage({ ...page([1], 1), folders: [at(10, { resolution_status: "PROCESSING" })] });
        folders.applyFolders([at(20, { resolution_status: "FINISHED" })]);
      }
      assert.deepEqual([word(folders), seen.length], ["FINISHED", 2]);
    });

    it("takes the earlier one once the server has said nothing else for a minute", () => {
      const { folders, context } = observed();
      folders.applyFolders([at(20, { resolution_status: "FINISHED" })]);
      context.clock.advance(59_000);
      folders.applyFolders([at(10, { resolution_status: "PROCESSING" })]);
      assert.equal(word(folders), "FINISHED");
      context.clock.advance(1000);
      folders.applyFolders([at(10, { resolution_status: "PROCESSING" })]);
      assert.equal(word(folders), "PROCESSING", "as after a restored backup");
    });

    it("does not go back within one second, unless another group was posted", () => {
      const { folders } = observed();
      const group = (id: string, state: string): object => ({
        analysis_id: id,
        state,
        resolution_status: state,
      });
      const [done, busy] = [
        { ...group("a", "FINISHED"), resolution_status: "SUCCESS" },
        group("a", "PROCESSING"),
      ];
      const server = { resolution_status: "FINISHED", system_resolution: "SUCCESS" };
      folders.applyFolders([at(5, { ...server, analyses: [done] })]);
      folders.applyFolders([at(5, { resolution_status: "PROCESSING", analyses: [busy] })]);
      assert.equal(word(folders), "FINISHED");
      folders.applyFolders([
        at(5, { resolution_status: "PROCESSING", analyses: [done, group("b", "PROCESSING")] }),
      ]);
      assert.equal(word(folders), "PROCESSING");
    });

    it("compares the times of analyses where the folder's are equal", () => {
      const { folders } = observed();
      const analysis = (second: number, state: string) => [{ analysis_id: "a", time_updated: second, state }];
      folders.applyFolders([at(5, { analyses: analysis(20, "FINISHED") })]);
      folders.applyFolders([at(5, { analyses: analysis(10, "PROCESSING") })]);
      assert.deepEqual(folders.get(idOf(1))?.json.analyses, analysis(20, "FINISHED"));
    });

    it("believes no time in the server's future", () => {
      const { folders } = observed();
      const received = (second: number, state: string) =>
        folder(1, { time_updated: second, resolution_status: state }, 100);
      folders.applyFolders([received(3700, "PROCESSING")]);
      folders.applyFolders([received(101, "FINISHED")]);
      assert.equal(word(folders), "FINISHED");
    });
  });

  describe("given a reply that leaves out members", () => {
    const analyses = [{ analysis_id: "a", state: "FINISHED", resolution_status: "SUCCESS" }];
    const omit = (more: object): OzFolder => folder(1, { analyses: undefined, ...more });

    it("changes nothing if it tells of the same change", () => {
      const { folders, seen } = observed();
      folders.applyFolders([folder(1, { time_updated: 5, analyses, operator_comment: "seen" })]);
      for (let time = 0; time < 3; time++) {
        folders.applyPage({ ...page([1], 1), folders: [omit({ time_updated: 5 })] });
        folders.applyFolders([folder(1, { time_updated: 5, analyses, operator_comment: "seen" })]);
      }
      assert.equal(seen.filter(({ changed }) => changed.length > 0).length, 0);
    });

    it("keeps the analyses after a later change, and asks for the folder itself", () => {
      const { folders } = observed();
      folders.applyFolders([folder(1, { time_updated: 5, analyses, operator_comment: "seen" })]);
      folders.applyFolders([omit({ time_updated: 9, resolution_status: "PROCESSING" })]);
      const { json } = folders.get(idOf(1))!;
      assert.deepEqual([json.analyses, json.operator_comment], [analyses, undefined]);
      assert.deepEqual(folders.unsettledIds, [idOf(1)]);
      folders.applyFolders([folder(1, { time_updated: 9, analyses })]);
      assert.deepEqual(folders.unsettledIds, []);
    });
  });

  it("lists a row of two pages once, if new folders shifted it", () => {
    const { folders } = observed();
    folders.applyPage(page([5, 4, 3], 5));
    folders.applyPage(page([3, 2, 1], 6, 3));
    assert.deepEqual(numbersOf(folders.all), [5, 4, 3, 2, 1]);
    assert.equal(folders.listedCount, 5);
  });

  it("lists a looked-up folder after the gap and counts it only once its page is read", () => {
    const { folders } = observed();
    folders.applyPage(page([9, 8, 7], 9));
    folders.applyFolders([folder(2)]);
    assert.deepEqual([folders.listedCount, folders.gapIndex], [3, 3]);
    assert.deepEqual(numbersOf(folders.all), [9, 8, 7, 2]);
    folders.applyPage(page([9, 8, 7], 9));
    assert.ok(folders.get(idOf(2)), "a page before it does not remove it");
    folders.applyPage(page(down(6, 1), 9, 3));
    assert.deepEqual(numbersOf(folders.all), down(9, 1));
    assert.equal(folders.listedCount, 9);
  });

  it("has no gap once the whole list is read, however old a looked-up folder is", () => {
    const { folders } = observed();
    folders.applyPage(page([9, 8, 7], 3));
    folders.applyFolders([folder(2)]);
    assert.deepEqual([folders.hasMore, folders.gapIndex], [false, 4]);
  });

  it("has a gap when more arrived than fit on a page", () => {
    const { folders } = observed();
    folders.applyPage(page([3, 2, 1], 9));
    folders.applyPage(page([99, 98, 97], 99));
    assert.deepEqual([folders.listedCount, folders.gapIndex, folders.hasMore], [3, 3, true]);
    assert.deepEqual(numbersOf(folders.all), [99, 98, 97, 3, 2, 1]);
  });

  describe("given the changes", () => {
    const noneWanted = (): boolean => false;

    it("applies only loaded, new and wanted folders", () => {
      const { folders, seen } = observed();
      folders.applyPage(page(down(9, 7), 9));
      const changed = folder(8, { resolution_status: "FAILED", time_updated: 20 });
      folders.applyChanges([folder(10), changed, folder(3), folder(2)], (id) => id === idOf(2));
      assert.deepEqual(numbersOf(folders.all), [10, 9, 8, 7, 2]);
      assert.deepEqual(seen.at(-1), {
        added: [idOf(10), idOf(2)],
        changed: [idOf(8)],
        removed: [],
        gone: [],
        list: true,
      });
      assert.deepEqual([folders.listedCount, folders.totalCount, folders.gapIndex], [4, 10, 4]);
    });

    it("announces nothing if nothing has changed", () => {
      const { folders, seen } = observed();
      folders.applyPage(page(down(9, 7), 9));
      folders.applyChanges([folder(9), folder(8), folder(1)], noneWanted);
      assert.equal(seen.length, 1);
    });

    it("knows since when changes may be unknown", () => {
      const { folders } = observed();
      const updated = (number: number, second: number, server?: number) =>
        folder(number, { time_updated: second }, server);
      assert.equal(folders.changesSince, undefined);
      folders.applyPage({ ...page([2, 1], 2), folders: [updated(2, 30), updated(1, 40)] });
      assert.equal(folders.changesSince, 30_000, "ten seconds before the latest change");
      folders.applyFolders([updated(2, 60)]);
      assert.equal(folders.changesSince, 30_000, "a single folder tells nothing about the others");
      folders.applyChanges([updated(1, 50)], noneWanted);
      assert.equal(folders.changesSince, 40_000);
      folders.applyChanges([], noneWanted);
      assert.equal(folders.changesSince, 40_000);
      folders.applyChanges([updated(1, 3600, 70)], noneWanted);
      assert.equal(folders.changesSince, 60_000, "no later than the server's Date");
      folders.applyChanges([updated(3, 65)], noneWanted);
      assert.equal(folders.changesSince, 55_000, "the latest change is no longer there");
    });

    it("looks back no further than so many changes that the list was read again", () => {
      const { folders } = observed();
      const updated = (number: number, second: number) => folder(number, { time_updated: second }, 70);
      folders.applyPage({ ...page([2, 1], 2), folders: [updated(2, 30), updated(1, 40)] });
      folders.skipChanges(updated(1, 60));
      assert.equal(folders.changesSince, 60_001, "they all may have the same time");
      folders.applyChanges([updated(1, 65)], noneWanted);
      assert.equal(folders.changesSince, 60_001);
      folders.applyChanges([updated(1, 80)], noneWanted);
      assert.equal(folders.changesSince, 70_000);
    });

    it("does not look back again and again over many folders that have not changed", () => {
      const { folders } = observed();
      // The folders' times are an hour ahead of the server's Date.
      const all = down(30, 1).map((number) => folder(number, { time_updated: 3600 + number }, 100));
      folders.applyPage({ ...page([]), folders: all });
      assert.equal(folders.changesSince, 90_000);
      folders.applyChanges(all, noneWanted);
      assert.equal(folders.changesSince, 3_620_000);
    });

    it("reads back to an earlier time only before anything was read, and then looks back on purpose", () => {
      const { folders } = observed();
      folders.readChangesBackTo(500_000);
      assert.equal(folders.changesSince, 490_000);
      // Many changes, none of them listed, and one with a time after the server's Date.
      const many = down(30, 1).map((number) => folder(number, { time_updated: 500 + number }, 600));
      folders.applyChanges([folder(31, { time_updated: 3600 }, 600), ...many], noneWanted);
      assert.equal(folders.changesSince, 590_000);
      folders.readChangesBackTo(100_000);
      assert.equal(folders.changesSince, 590_000);
    });

    it("looks further back where changes come late, as from servers whose clocks differ", () => {
      const { folders } = observed();
      const updated = (number: number, second: number) => folder(number, { time_updated: second });
      folders.applyPage({ ...page([2, 1], 2), folders: [updated(2, 30), updated(1, 100)] });
      folders.applyFolders([updated(2, 70)]);
      assert.equal(folders.changesSince, (100 - 30 - 10) * 1000);
      folders.applyFolders([updated(2, 71)]);
      assert.equal(folders.changesSince, (100 - 30 - 10) * 1000);
    });
  });

  describe("trimmed", () => {
    it("keeps the first rows and needed folders, and continues from there", () => {
      const { folders, seen } = observed();
      folders.applyPage(page(down(20, 1), 20));
      folders.trim(5, (id) => id === idOf(3));
      assert.deepEqual(numbersOf(folders.all), [...down(20, 16), 3]);
      assert.deepEqual([folders.hasMore, folders.listedCount, folders.gapIndex], [true, 5, 5]);
      assert.equal(seen.at(-1)?.removed.length, 14);
      folders.applyPage(page(down(15, 1), 20, 5));
      assert.deepEqual(numbersOf(folders.all), down(20, 1));
    });

    it("forgets looked-up folders even if the list is short", () => {
      const { folders } = observed();
      folders.applyPage(page([9, 8], 9));
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
        const { folders, context } = observed();
        const known = new Set<number>();
        const take = (numbers: readonly number[]): void => numbers.forEach((one) => known.add(one));
        steps.forEach(({ kind, number: at }, index) => {
          const fresh = folder(at, { time_updated: 100 + index });
          if (kind === "folder") folders.applyFolders([fresh]);
          if (kind === "changes") folders.applyChanges([fresh], () => true);
          if (kind === "gone") context.proveGone(folders, at);
          if (kind === "page") folders.applyPage(page(down(at, 1)));
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

  it("announces once that a folder is gone, even if it was not loaded, as it may be watched or open", () => {
    const { folders, seen, context } = observed();
    folders.applyNotFound(idOf(7));
    assert.deepEqual([folders.unsettledIds, seen.length], [[], 0], "nobody needs it");
    context.watched.add(idOf(7));
    assert.deepEqual(folders.unsettledIds, [idOf(7)]);
    context.proveGone(folders, 7);
    assert.deepEqual(seen.at(-1)?.gone, [idOf(7)]);
    for (let time = 0; time < 3; time++) context.proveGone(folders, 7);
    assert.equal(seen.length, 1);
  });

  it("has every folder of the server after paging, whatever arrives in between", () => {
    const arrivals = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(arrivals, fc.integer({ min: 1, max: 7 }), (added, limit) => {
        const { folders } = observed();
        let newest = 20;
        const readFrom = (offset: number): void => {
          const rows = down(newest, 1).slice(offset, offset + limit);
          folders.applyPage(page(rows, newest, offset));
        };
        readFrom(0);
        for (const count of added) {
          newest += count;
          readFrom(folders.listedCount);
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
