import assert from "node:assert/strict";
import type { Memento } from "../../../../src/base/memento";
import { FolderStore } from "../../../../src/folders/store/folderStore";
import { Watches, type WatchEnd } from "../../../../src/folders/watch/watches";
import { WatchMemory, type SavedWatch } from "../../../../src/folders/watch/watchMemory";
import { WatchTeller } from "../../../../src/folders/watch/watchTeller";
import { TestMemory } from "../../connections/stores";
import { TestClock } from "../../testClock";
import { finishedFolder, folder, idOf, laggingFolder, TestContext } from "../build";

/** Watches of an empty store in the only window. Records the ends that they announce, if it claims them. */
function setUp(memory: Memento = new TestMemory(), { claims = true } = {}) {
  const context = new TestContext();
  const { clock } = context;
  const store = new FolderStore(context);
  const teller = new WatchTeller(memory, clock, () => 0.5);
  const watches = new Watches(store, new WatchMemory(memory, clock), teller, clock);
  const ends: WatchEnd[] = [];
  if (claims) watches.onDidEnd((end) => ends.push(...watches.claim([end])));
  const show = (key: string | undefined): void => {
    watches.show(undefined);
    store.show(key);
    watches.show(key);
    clock.advance(1000);
  };
  show("here");
  const restart = (): Watches => setUp(memory).watches;
  return { store, context, watches, ends, show, restart, memory, now: clock.now() };
}

const running = { analyses: [{ analysis_id: "a", state: "PROCESSING" }] };
const ended = (number: number): WatchEnd => ({ id: idOf(number), reason: "ended" });

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

  it("announces the end of another group that began and ended between two replies, once", () => {
    const { store, watches, ends } = setUp();
    const analysis = (group: string): object => ({
      analysis_id: group,
      group_id: group,
      state: "FINISHED",
      resolution_status: "SUCCESS",
    });
    const withGroups = (...groups: readonly string[]): void => {
      store.current.applyFolders([
        folder(1, { analyses: groups.map(analysis), time_updated: groups.length }),
      ]);
    };
    withGroups("a");
    watches.start(idOf(1));
    withGroups("a", "b");
    assert.deepEqual(ends, [ended(1)]);
    store.current.applyFolders([folder(1, { time_updated: 3, resolution_status: "FINISHED" })]);
    withGroups("a", "b");
    assert.deepEqual(ends, [ended(1)]);
    withGroups("a", "b", "c");
    assert.deepEqual(ends, [ended(1), ended(1)]);
  });

  it("announces no end again after a reply with a status that nobody knows", () => {
    const { store, watches, ends } = setUp();
    store.current.applyFolders([folder(1, running)]);
    watches.start(idOf(1));
    store.current.applyFolders([finishedFolder(1)]);
    const strange = { analysis_id: "a", state: "RESTING", resolution_status: "SLEEPING" };
    store.current.applyFolders([folder(1, { analyses: [strange], resolution_status: "RESTING" })]);
    assert.deepEqual(watches.running, [idOf(1)]);
    store.current.applyFolders([finishedFolder(1)]);
    assert.deepEqual(ends, [ended(1)]);
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

  it("announces no end while the server may still write the result, then the end even if it has not", () => {
    const { store, watches, ends } = setUp();
    watches.start(idOf(1));
    store.current.applyFolders([laggingFolder(1, 5)]);
    assert.deepEqual([ends, watches.running, watches.resting], [[], [idOf(1)], []]);
    store.current.applyFolders([laggingFolder(1, 31)]);
    assert.deepEqual([ends, watches.running, watches.resting], [[ended(1)], [], [idOf(1)]]);
  });

  it("announces once that a folder was removed, and stops polling it", () => {
    const { store, context, watches, ends } = setUp();
    watches.start(idOf(1));
    context.watched.add(idOf(1));
    for (let time = 0; time < 2; time++) context.proveGone(store.current, 1);
    assert.deepEqual(ends, [{ id: idOf(1), reason: "removed" }]);
    assert.deepEqual([watches.running, watches.isGone(idOf(1))], [[], true]);
    assert.deepEqual(watches.resting, [idOf(1)], "asked again now and then");
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
      new WatchMemory(memory, new TestClock()).add("here", { id: idOf(1), ended: wasEnded, gone: false });
      const { store, ends } = setUp(memory);
      store.current.applyFolders([finishedFolder(1)]);
      assert.equal(ends.length, announced);
    }
  });

  it("marks many ends as told in one write, but not those that were told or whose folder is no longer watched", () => {
    const memory = new TestMemory();
    const { store, watches } = setUp(memory, { claims: false });
    const numbers = [1, 2, 3, 4];
    store.current.applyFolders(numbers.map((number) => folder(number, running)));
    for (const number of numbers) watches.start(idOf(number));
    store.current.applyFolders(numbers.map((number) => finishedFolder(number)));
    assert.deepEqual(watches.claim([ended(1)]), [ended(1)]);
    watches.stop(idOf(2));
    const write = memory.update.bind(memory);
    let writes = 0;
    memory.update = async (key, value) => {
      writes++;
      await write(key, value);
    };
    assert.deepEqual(watches.claim(numbers.map(ended)), [ended(3), ended(4)]);
    assert.equal(writes, 1);
    const next = setUp(memory);
    next.store.current.applyFolders(numbers.map((number) => finishedFolder(number)));
    assert.deepEqual(next.ends, []);
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
    const { store, watches, now } = setUp();
    store.current.applyFolders([folder(1, { resolution_status: "INITIAL" })]);
    watches.start(idOf(1));
    store.current.applyFolders([folder(1, { ...running, time_updated: 5 })]);
    store.current.applyFolders([folder(1, { ...running, time_updated: 6 })]);
    store.current.applyFolders([{ ...finishedFolder(1), updatedAt: undefined }]);
    assert.deepEqual(watches.historyOf(idOf(1)), [
      { status: "INITIAL", word: undefined, at: 1000 },
      { status: "PROCESSING", word: undefined, at: 5000 },
      { status: "SUCCESS", word: undefined, at: now },
    ]);
  });

  it("records the server's own word for a status that is not known", () => {
    const { store, watches } = setUp();
    store.current.applyFolders([folder(1, { ...running, resolution_status: "QUEUED" })]);
    watches.start(idOf(1));
    store.current.applyFolders([folder(1, { resolution_status: "ARCHIVED", system_resolution: "Manual" })]);
    assert.deepEqual(watches.historyOf(idOf(1)).at(-1)?.word, "Manual");
  });
});

describe("WatchMemory", () => {
  it("skips saved watches that it cannot read", () => {
    for (const value of [7, "x", { here: 7 }, { here: [{ id: 7 }, { id: "" }, null] }, null]) {
      const memory = new TestMemory();
      void memory.update("ozInspector.watches", value);
      assert.deepEqual(new WatchMemory(memory, new TestClock()).read("here"), []);
    }
  });

  it("keeps a watch without the ID of a folder saved, and shows it nowhere: nothing can be asked about it", () => {
    const saved = [{ id: "../../users/" }, { id: "7" }, { id: `${idOf(1)}0` }, { id: " " }];
    const memento = new TestMemory();
    void memento.update("ozInspector.watches", { here: saved });
    const memory = new WatchMemory(memento, new TestClock());
    assert.deepEqual([memory.read("here"), memory.isReadable("here")], [[], false]);
    memory.add("here", { id: idOf(2), ended: false, gone: false });
    assert.deepEqual(memento.get("ozInspector.watches"), {
      here: [...saved, { id: idOf(2), ended: false, gone: false }],
    });
  });

  it("takes an ID in upper case for the same folder", () => {
    const memento = new TestMemory();
    void memento.update("ozInspector.watches", { here: [{ id: idOf(1).toUpperCase(), ended: true }] });
    const memory = new WatchMemory(memento, new TestClock());
    assert.deepEqual(
      memory.read("here").map(({ id, ended }) => [id, ended]),
      [[idOf(1), true]],
    );
    memory.remove("here", idOf(1));
    assert.deepEqual(memento.get("ozInspector.watches"), {});
  });

  it("makes all changes of a watch again that another window has undone", () => {
    const [clock, memento] = [new TestClock(), new TestMemory()];
    const memory = new WatchMemory(memento, clock);
    const watch: SavedWatch = { id: idOf(1), ended: false, groups: 2, gone: false };
    memory.add("here", watch);
    memory.change("here", new Map([[watch.id, { notify: "never" }]]));
    memory.change("here", new Map([[watch.id, { ended: true }]]));
    void memento.update("ozInspector.watches", undefined);
    clock.advance(1000);
    assert.deepEqual(memory.read("here"), [{ ...watch, notify: "never", ended: true }]);
  });

  it("forgets the watches of connections that were removed", () => {
    const clock = new TestClock();
    const memory = new WatchMemory(new TestMemory(), clock);
    const watch: SavedWatch = { id: idOf(1), ended: true, groups: 2, gone: false, notify: "problems" };
    for (const key of ["a", "b", "c"]) memory.add(key, watch);
    memory.keepOnly(["b"]);
    // When changes are made again.
    clock.advance(1000);
    assert.deepEqual(
      ["a", "b", "c"].map((key) => memory.read(key).length),
      [0, 1, 0],
    );
    assert.deepEqual(memory.read("b"), [watch]);
  });
});
