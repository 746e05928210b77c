import assert from "node:assert/strict";
import { FolderStore } from "../../../src/folders/folderStore";
import { Watch, type RememberedWatch, type WatchEnd } from "../../../src/folders/watch";
import { watchMemory } from "../../../src/folders/watchMemory";
import { finishedFolder, folder, idOf } from "./build";

/** A watch over an empty store, and what it says and remembers. */
function setUp(remembered?: RememberedWatch) {
  const values = new Map<string, unknown>();
  const memory = {
    get: (key: string) => values.get(key),
    update: (key: string, value: unknown) => {
      values.set(key, structuredClone(value));
      return Promise.resolve();
    },
  };
  if (remembered) watchMemory(memory).write(remembered);
  const store = new FolderStore();
  const watch = new Watch(store, watchMemory(memory));
  const ends: WatchEnd[] = [];
  watch.onDidEnd((end) => ends.push(end));
  return { store, watch, ends, restart: () => new Watch(new FolderStore(), watchMemory(memory)) };
}

const running = { analyses: [{ analysis_id: "a", state: "PROCESSING" }] };

describe("Watch", () => {
  it("announces once that the folder it saw running has ended", () => {
    const { store, watch, ends } = setUp();
    store.applyFolder(folder(1, running));
    watch.start(idOf(1));
    assert.equal(watch.worthReading, true);
    store.applyFolder(finishedFolder(1));
    store.applyFolder(finishedFolder(1, "DECLINED"));
    assert.deepEqual(ends, [{ id: idOf(1), reason: "ended" }]);
    assert.deepEqual([watch.watchedId, watch.worthReading], [idOf(1), false]);
  });

  it("announces again when another group ran after the end", () => {
    const { store, watch, ends } = setUp();
    watch.start(idOf(1));
    store.applyFolder(finishedFolder(1));
    store.applyFolder(folder(1, running));
    assert.equal(watch.worthReading, true);
    store.applyFolder(finishedFolder(1));
    assert.equal(ends.length, 2);
  });

  it("does not announce a folder that had ended before it was watched", () => {
    const { store, watch, ends } = setUp();
    store.applyFolder(finishedFolder(1));
    watch.start(idOf(1));
    store.applyFolder(finishedFolder(1, "DECLINED"));
    assert.deepEqual([ends.length, watch.worthReading], [0, false]);
  });

  it("does not take the lag between the last analysis and the folder for the end", () => {
    const { store, watch, ends } = setUp();
    watch.start(idOf(1));
    store.applyFolder(folder(1, { ...finishedFolder(1).json, system_resolution: "PROCESSING" }));
    assert.equal(ends.length, 0);
  });

  it("says that the folder is gone, and asks for it no more", () => {
    const { store, watch, ends } = setUp();
    watch.start(idOf(1));
    store.applyGone(idOf(1));
    assert.deepEqual(ends, [{ id: idOf(1), reason: "removed" }]);
    assert.equal(watch.worthReading, false);
  });

  it("survives a restart, before the end and after", () => {
    const { store, watch, restart } = setUp();
    watch.start(idOf(1));
    assert.deepEqual([restart().watchedId, restart().worthReading], [idOf(1), true]);
    store.applyFolder(finishedFolder(1));
    const later = restart();
    assert.equal(later.worthReading, true, "it is read once, to show its result");
    watch.stop();
    assert.equal(restart().watchedId, undefined);
  });

  it("announces after a restart what ended meanwhile, and not what was announced before", () => {
    const fresh = setUp({ id: idOf(1), ended: false });
    fresh.store.applyFolder(finishedFolder(1));
    assert.equal(fresh.ends.length, 1);
    const known = setUp({ id: idOf(1), ended: true });
    known.store.applyFolder(finishedFolder(1));
    assert.equal(known.ends.length, 0);
  });

  it("takes nothing from a memory that it cannot read", () => {
    for (const value of [7, "x", { id: 7 }, { id: "" }, null]) {
      const memory = watchMemory({ get: () => value, update: () => Promise.resolve() });
      assert.equal(memory.read(), undefined);
    }
  });
});
