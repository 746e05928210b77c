import assert from "node:assert/strict";
import type { Memento } from "../../../../src/base/memento";
import { FolderStore } from "../../../../src/folders/store/folderStore";
import { Watches, type WatchEnd } from "../../../../src/folders/watch/watches";
import { WatchMemory, type SavedWatch } from "../../../../src/folders/watch/watchMemory";
import { TestMemory } from "../../connections/stores";
import { finishedFolder, folder, idOf } from "../build";

const NOW = 1_000_000;

/** Watches of an empty store. Records the ends that they announce. */
function setUp(memory: Memento = new TestMemory()) {
  const store = new FolderStore();
  const watches = new Watches(store, new WatchMemory(memory), () => NOW);
  const ends: WatchEnd[] = [];
  watches.onDidEnd((end) => ends.push(end));
  const show = (key: string | undefined): void => {
    watches.show(undefined);
    store.show(key);
    watches.show(key);
  };
  show("here");
  const restart = (): Watches => setUp(memory).watches;
  return { store, watches, ends, show, restart, memory };
}

const running = { analyses: [{ analysis_id: "a", state: "PROCESSING" }] };
const ended = (number: number): WatchEnd => ({ id: idOf(number), reason: "ended", notify: undefined });

describe("Watches", () => {
  it("announces once that a running folder has ended", () => {
    const { store, watches, ends } = setUp();
    store.current.applyFolders([folder(1, running)]);
    watches.start(idOf(1));
    assert.deepEqual(watches.running, [idOf(1)]);
    store.current.applyFolders([finishedFolder(1)]);
    store.current.applyFolders([finishedFolder(1, "DECLINED")]);
    assert.deepEqual(ends, [ended(1)]);
    assert.deepEqual([watches.ids, watches.running, watches.resting], [[idOf(1)], [], [idOf(1)]]);
  });

  it("watches any number of folders independently", () => {
    const { store, watches, ends } = setUp();
    for (const number of [1, 2, 3]) {
      store.current.applyFolders([folder(number, running)]);
      watches.start(idOf(number));
    }
    store.current.applyFolders([finishedFolder(2)]);
    assert.deepEqual(ends, [ended(2)]);
    assert.deepEqual(watches.running, [idOf(1), idOf(3)]);
    watches.stop(idOf(1));
    assert.deepEqual(watches.ids, [idOf(2), idOf(3)]);
    store.current.applyFolders([finishedFolder(1)]);
    assert.equal(ends.length, 1);
  });

  it("announces the end again after another group", () => {
    const { store, watches, ends } = setUp();
    watches.start(idOf(1));
    store.current.applyFolders([finishedFolder(1)]);
    store.current.applyFolders([folder(1, running)]);
    assert.deepEqual(watches.running, [idOf(1)]);
    store.current.applyFolders([finishedFolder(1)]);
    assert.equal(ends.length, 2);
  });

  it("does not announce a folder that had ended before it was watched", () => {
    const { store, watches, ends } = setUp();
    store.current.applyFolders([finishedFolder(1)]);
    watches.start(idOf(1));
    store.current.applyFolders([finishedFolder(1, "DECLINED")]);
    assert.deepEqual([ends.length, watches.running], [0, []]);
  });

  it("announces no end before the folder has a final result, even if its analyses have", () => {
    const { store, watches, ends } = setUp();
    watches.start(idOf(1));
    store.current.applyFolders([folder(1, { ...finishedFolder(1).json, system_resolution: "PROCESSING" })]);
    assert.equal(ends.length, 0);
  });

  it("announces once that a folder was removed, and stops polling it", () => {
    const { store, watches, ends } = setUp();
    watches.start(idOf(1));
    store.current.applyGone(idOf(1));
    store.current.applyGone(idOf(1));
    assert.deepEqual(ends, [{ id: idOf(1), reason: "removed", notify: undefined }]);
    assert.deepEqual([watches.running, watches.isGone(idOf(1))], [[], true]);
    store.current.applyFolders([folder(1)]);
    assert.equal(watches.isGone(idOf(1)), false, "it may come back");
  });

  it("survives a restart before and after the end", () => {
    const { store, watches, restart } = setUp();
    watches.start(idOf(1));
    watches.setNotify(idOf(1), "never");
    assert.deepEqual([restart().ids, restart().running], [[idOf(1)], [idOf(1)]]);
    assert.equal(restart().notifyOf(idOf(1)), "never");
    store.current.applyFolders([finishedFolder(1)]);
    assert.deepEqual(restart().running, [idOf(1)], "it is read once more, to show its result");
    watches.stop(idOf(1));
    assert.deepEqual(restart().ids, []);
  });

  it("announces ends after a restart, unless they were announced before", () => {
    for (const [wasEnded, announced] of [
      [false, 1],
      [true, 0],
    ] as const) {
      const memory = new TestMemory();
      new WatchMemory(memory).put("here", { id: idOf(1), ended: wasEnded });
      const { store, ends } = setUp(memory);
      store.current.applyFolders([finishedFolder(1)]);
      assert.equal(ends.length, announced);
    }
  });

  it("keeps the watches of each connection apart, and restores them when it is shown again", () => {
    const { watches, show, store, ends } = setUp();
    store.current.applyFolders([folder(1, running)]);
    watches.start(idOf(1));
    show("there");
    assert.deepEqual(watches.ids, []);
    watches.start(idOf(2));
    show("here");
    assert.deepEqual([watches.ids, ends], [[idOf(1)], []]);
    assert.ok(store.current.get(idOf(1)), "its folders are still loaded");
  });

  it("keeps watches that other windows add meanwhile", () => {
    const { watches, restart, memory } = setUp();
    const other = setUp(memory).watches;
    watches.start(idOf(1));
    other.start(idOf(2));
    watches.start(idOf(3));
    other.stop(idOf(2));
    assert.deepEqual(restart().ids, [idOf(1), idOf(3)]);
  });

  it("records the statuses of a folder and when they began", () => {
    const { store, watches } = setUp();
    store.current.applyFolders([folder(1, { resolution_status: "INITIAL" })]);
    watches.start(idOf(1));
    store.current.applyFolders([folder(1, { ...running, time_updated: 5 })]);
    store.current.applyFolders([folder(1, { ...running, time_updated: 6 })]);
    store.current.applyFolders([{ ...finishedFolder(1), updatedAt: undefined }]);
    assert.deepEqual(watches.historyOf(idOf(1)), [
      { status: "INITIAL", at: 1000 },
      { status: "PROCESSING", at: 5000 },
      { status: "SUCCESS", at: NOW },
    ]);
  });
});

describe("WatchMemory", () => {
  it("skips saved watches that it cannot read", () => {
    for (const value of [7, "x", { here: 7 }, { here: [{ id: 7 }, { id: "" }, null] }, null]) {
      const memory = new TestMemory();
      void memory.update("ozInspector.watches", value);
      assert.deepEqual(new WatchMemory(memory).read("here"), []);
    }
  });

  it("forgets the watches of connections that were removed", () => {
    const memory = new WatchMemory(new TestMemory());
    const watch: SavedWatch = { id: idOf(1), ended: false, notify: "problems" };
    for (const key of ["a", "b", "c"]) memory.put(key, watch);
    memory.keepOnly(["b"]);
    assert.deepEqual(
      ["a", "b", "c"].map((key) => memory.read(key).length),
      [0, 1, 0],
    );
    assert.deepEqual(memory.read("b"), [watch]);
  });
});
