import assert from "node:assert/strict";
import fc from "fast-check";
import { Emitter } from "../../../../src/base/emitter";
import type { FolderFilter } from "../../../../src/folders/filter/folderFilter";
import {
  LiveOverview,
  withoutJson,
  type OverviewSource,
} from "../../../../src/folders/overview/liveOverview";
import { overviewOf } from "../../../../src/folders/overview/overview";
import { sumUp } from "../../../../src/folders/overview/sumUp";
import { FolderStore } from "../../../../src/folders/store/folderStore";
import { readFolder, type OzFolder } from "../../../../src/oz/model/folder";
import { TestClock } from "../../testClock";
import { finishedFolder, folder, idOf, numbersOf, TestContext } from "../build";
import { folderJson } from "../filter/generate";

/** What was read of changed folders. */
const changesReads = new Emitter<readonly OzFolder[]>();

const sourceOf = (store: FolderStore): OverviewSource => ({
  store,
  reader: { onDidReadChanges: changesReads.event },
});

function openStore(context = new TestContext()): FolderStore {
  const store = new FolderStore(context);
  store.show("first");
  return store;
}

const numberOf = (id: string): number => Number(id.slice(-3));

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
        const live = await LiveOverview.of(sourceOf(store), clock);
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
    const summing = LiveOverview.of(sourceOf(store), clock);
    store.current.applyFolders([finishedFolder(1, "DECLINED"), finishedFolder(2)]);
    assert.deepEqual(resultsOf(await summing), [
      ["DECLINED", 1],
      ["SUCCESS", 1],
    ]);
  });

  it("has folders of a filter as they were just read, not as they were when they were loaded", async () => {
    const context = new TestContext();
    const store = openStore(context);
    store.current.applyFolders([folder(1), folder(2), finishedFolder(3), finishedFolder(4)]);
    const live = await LiveOverview.of(sourceOf(store), clock, {
      filter: {},
      read: () => {
        store.current.applyFolders([finishedFolder(3, "DECLINED")]);
        context.proveGone(store.current, 4);
        return Promise.resolve([1, 3, 4].map((number) => withoutJson(finishedFolder(number))));
      },
    });
    assert.deepEqual(resultsOf(live), [
      ["DECLINED", 1],
      ["SUCCESS", 1],
    ]);
  });

  it("has no figures if another connection is shown while they are summed up", async () => {
    const store = openStore();
    store.current.applyFolders([finishedFolder(1)]);
    const summing = LiveOverview.of(sourceOf(store), clock);
    store.show("second");
    await assert.rejects(summing, { reason: "cancelled" });
  });

  it("follows what matches of folders that were read, which stay although the list forgets them", async () => {
    const context = new TestContext();
    const store = openStore(context);
    const filter: FolderFilter = { results: ["DECLINED"] };
    const live = await LiveOverview.of(sourceOf(store), clock, {
      filter,
      read: () => Promise.resolve([3, 2].map((number) => withoutJson(finishedFolder(number, "DECLINED")))),
    });
    const shown = (): number[] => live.idsOf({}).map(numberOf);
    store.current.applyFolders([finishedFolder(4, "DECLINED"), finishedFolder(5), finishedFolder(3)]);
    assert.deepEqual(shown(), [4, 2]);
    store.current.trim(0, () => false);
    assert.deepEqual(shown(), [4, 2]);
    context.proveGone(store.current, 4);
    assert.deepEqual(shown(), [2]);
  });

  it("follows what is read of folders that are not loaded, also while it is summed up, but of a filter only", async () => {
    const store = openStore();
    const filter: FolderFilter = { metaData: [{ key: "name", value: "Ada" }] };
    const ada = (number: number): OzFolder => folder(number, { meta_data: { name: "Ada" } });
    const [whole, live] = await Promise.all([
      LiveOverview.of(sourceOf(store), clock),
      LiveOverview.of(sourceOf(store), clock, {
        filter,
        read: () => {
          changesReads.fire([ada(2), folder(3)]);
          return Promise.resolve([withoutJson(ada(1))]);
        },
      }),
    ]);
    const shown = (): number[] => live.idsOf({}).map(numberOf);
    assert.deepEqual(shown(), [2, 1]);
    let fired = 0;
    live.onDidChange(() => (fired += 1));
    changesReads.fire([folder(1), ada(4)]);
    assert.deepEqual([shown(), fired, whole.overview.count], [[4, 2], 1, 0]);
    store.show("second");
    changesReads.fire([ada(5)]);
    assert.deepEqual(shown(), [4, 2]);
  });

  it("takes what was loaded once it is read again, although the store has it already", async () => {
    const store = openStore();
    store.current.applyFolders([finishedFolder(1), finishedFolder(2, "DECLINED")]);
    const live = await LiveOverview.of(sourceOf(store), clock, {
      filter: { results: ["SUCCESS", "INITIAL"] },
      read: () => Promise.resolve([withoutJson(folder(2))]),
    });
    const again = [finishedFolder(1), finishedFolder(2, "DECLINED")];
    store.current.applyChanges(again, () => false);
    changesReads.fire(again);
    assert.deepEqual(live.idsOf({}).map(numberOf), [1]);
  });

  it("follows a change of metadata alone", async () => {
    const store = openStore();
    const json = { ...folder(1).json, meta_data: { name: "Ada" } };
    store.current.applyFolders([readFolder(json)!]);
    const live = await LiveOverview.of(sourceOf(store), clock, {
      filter: { metaData: [{ key: "name", value: "Ada" }] },
      read: () => Promise.resolve([withoutJson(readFolder(json)!)]),
    });
    assert.equal(live.overview.count, 1);
    store.current.applyFolders([readFolder({ ...json, meta_data: { name: "Eve" } })!]);
    assert.equal(live.overview.count, 0);
  });

  it("stands still while another connection is shown, and catches up afterwards", async () => {
    const store = openStore();
    store.current.applyFolders([finishedFolder(1)]);
    const live = await LiveOverview.of(sourceOf(store), clock);
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
    const live = await LiveOverview.of(sourceOf(store), clock);
    const [success] = live.overview.results.filter(({ result }) => result === "SUCCESS");
    assert.deepEqual(live.idsOf(success!.filter), [3, 1].map(idOf));
    const { json, metaData } = withoutJson(folder(1, { meta_data: { name: "Ada" } }));
    assert.deepEqual([json, metaData], [{}, undefined]);
    assert.deepEqual(numbersOf([withoutJson(folder(9))]), [9]);
  });
});
