import assert from "node:assert/strict";
import fc from "fast-check";
import type { FolderFilter } from "../../../../src/folders/filter/folderFilter";
import { LiveOverview, withoutJson, type Coverage } from "../../../../src/folders/overview/liveOverview";
import { overviewOf } from "../../../../src/folders/overview/overview";
import { sumUp } from "../../../../src/folders/overview/sumUp";
import { FolderStore } from "../../../../src/folders/store/folderStore";
import { readFolder, type OzFolder } from "../../../../src/oz/model/folder";
import { TestClock } from "../../testClock";
import { finishedFolder, folder, idOf, numbersOf, TestContext } from "../build";
import { folderJson } from "../filter/generate";

const LOADED: Coverage = { filter: undefined, read: [] };

function openStore(context = new TestContext()): FolderStore {
  const store = new FolderStore(context);
  store.show("first");
  return store;
}

const resultsOf = ({ overview }: LiveOverview): unknown =>
  overview.results.map(({ result, count }) => [result, count]);

describe("LiveOverview", () => {
  const clock = new TestClock();

  it("always has the figures of the folders that are loaded", async () => {
    const step = fc.record({ add: fc.array(folderJson, { maxLength: 5 }), keep: fc.nat({ max: 10 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), fc.array(folderJson), async (steps, before) => {
        const store = openStore();
        const read = (all: readonly object[]): OzFolder[] => all.map((json) => readFolder(json)!);
        store.current.applyFolders(read(before));
        const live = await LiveOverview.of(store, LOADED, clock);
        for (const { add, keep } of steps) {
          store.current.applyFolders(read(add));
          const kept = new Set(store.current.all.slice(0, keep).map(({ id }) => id));
          store.current.trim(0, (id) => kept.has(id));
          assert.deepEqual(live.overview, overviewOf(await sumUp(store.current.all, clock)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("takes in what arrives while it is summed up", async () => {
    const store = openStore();
    store.current.applyFolders([finishedFolder(1)]);
    const summing = LiveOverview.of(store, LOADED, clock);
    store.current.applyFolders([finishedFolder(1, "DECLINED"), finishedFolder(2)]);
    assert.deepEqual(resultsOf(await summing), [
      ["DECLINED", 1],
      ["SUCCESS", 1],
    ]);
  });

  it("has no figures if another connection is shown while they are summed up", async () => {
    const store = openStore();
    store.current.applyFolders([finishedFolder(1)]);
    const summing = LiveOverview.of(store, LOADED, clock);
    store.show("second");
    await assert.rejects(summing, { reason: "cancelled" });
  });

  it("follows what matches of folders that were read, which stay although the list forgets them", async () => {
    const context = new TestContext();
    const store = openStore(context);
    const filter: FolderFilter = { results: ["DECLINED"] };
    const read = [3, 2].map((number) => withoutJson(finishedFolder(number, "DECLINED")));
    const live = await LiveOverview.of(store, { filter, read }, clock);
    const shown = (): number[] => live.idsOf({}).map((id) => Number(id.slice(-3)));
    store.current.applyFolders([finishedFolder(4, "DECLINED"), finishedFolder(5), finishedFolder(3)]);
    assert.deepEqual(shown(), [4, 2]);
    store.current.trim(0, () => false);
    assert.deepEqual(shown(), [4, 2]);
    context.proveGone(store.current, 4);
    assert.deepEqual(shown(), [2]);
  });

  it("stands still while another connection is shown, and catches up afterwards", async () => {
    const store = openStore();
    store.current.applyFolders([finishedFolder(1)]);
    const live = await LiveOverview.of(store, LOADED, clock);
    const seen: boolean[] = [];
    live.onDidChange(() => seen.push(live.isFollowed));
    store.show("second");
    store.current.applyFolders([finishedFolder(7, "FAILED"), folder(8)]);
    assert.deepEqual([live.isFollowed, resultsOf(live)], [false, [["SUCCESS", 1]]]);
    store.show("first");
    store.current.applyFolders([finishedFolder(2)]);
    assert.deepEqual([live.isFollowed, resultsOf(live)], [true, [["SUCCESS", 2]]]);
    assert.deepEqual(seen, [false, true, true]);
    // As after a sign-out: its folders are dropped.
    store.show("second");
    store.keepOnly(["second"]);
    store.show("first");
    assert.equal(live.overview.count, 0);
  });

  it("names the folders that a figure counts, newest first, without their data", async () => {
    const store = openStore();
    store.current.applyFolders(
      [1, 2, 3].map((number) => finishedFolder(number, number === 2 ? "FAILED" : "SUCCESS")),
    );
    const live = await LiveOverview.of(store, LOADED, clock);
    const [success] = live.overview.results.filter(({ result }) => result === "SUCCESS");
    assert.deepEqual(live.idsOf(success!.filter), [3, 1].map(idOf));
    const { json, metaData } = withoutJson(folder(1, { meta_data: { name: "Ada" } }));
    assert.deepEqual([json, metaData], [{}, undefined]);
    assert.deepEqual(numbersOf([withoutJson(folder(9))]), [9]);
  });
});
