import assert from "node:assert/strict";
import { Folders } from "../../../src/folders/folders";
import { TestMemory } from "../connections/stores";
import { TestClock } from "../testClock";
import { finishedFolder, folder, idOf } from "./build";

const running = { analyses: [{ analysis_id: "a", state: "PROCESSING" }] };

describe("folders when the extension host is killed", () => {
  /** The folders of a window; nothing is sent. */
  function open(memory: TestMemory, clock: TestClock): Folders {
    const folders = new Folders(
      () => Promise.reject(new Error("offline")),
      memory,
      new TestMemory(),
      clock,
      () => 0.5,
    );
    folders.show({ shown: "here", signedIn: ["here"], known: ["here"] });
    clock.advance(2000);
    return folders;
  }

  /** What a user or a server does. */
  const DEEDS: Readonly<Record<string, (folders: Folders) => unknown>> = {
    "a folder is watched": ({ watches }) => watches.start(idOf(3)),
    "a folder is no longer watched": ({ watches }) => watches.stop(idOf(1)),
    "notifications are chosen": ({ watches }) => watches.setNotify(idOf(2), "never"),
    "an end is told": ({ store, watches }) => {
      store.current.applyFolders([finishedFolder(2)]);
      return watches.claim([{ id: idOf(2), reason: "ended" }]).length > 0;
    },
    "a filter is saved": ({ savedFilters }) => savedFilters.put({ name: "new", filter: { text: "x" } }),
    "a filter is removed": ({ savedFilters }) => savedFilters.remove("old"),
    "an ID is looked up": ({ recentLookUps }) => recentLookUps.put("here", idOf(9)),
  };

  /** Watches two running folders and saves a filter. */
  async function prepare(memory: TestMemory, clock: TestClock): Promise<Folders> {
    const folders = open(memory, clock);
    folders.store.current.applyFolders([1, 2, 3].map((number) => folder(number, running)));
    for (const number of [1, 2]) folders.watches.start(idOf(number));
    await folders.savedFilters.put({ name: "old", filter: { results: ["DECLINED"] } });
    clock.advance(2000);
    return folders;
  }

  const state = (memory: TestMemory): string =>
    JSON.stringify([...memory.values].filter(([key]) => key !== "ozInspector.watchTellers").sort());

  for (const [name, deed] of Object.entries(DEEDS))
    it(`keeps the old or the new state, whole, at each write while ${name}`, async () => {
      /** What is saved once it is done, in peace. */
      const [memory, clock] = [new TestMemory(), new TestClock()];
      const folders = await prepare(memory, clock);
      const before = state(memory);
      await deed(folders);
      clock.advance(2000);
      const after = state(memory);
      assert.notEqual(after, before);
      let writes = 0;
      for (let last = 0, isKilled = true; isKilled; last++) {
        const [mortal, time] = [new TestMemory(), new TestClock()];
        const dying = await prepare(mortal, time);
        const update = mortal.update.bind(mortal);
        writes = 0;
        mortal.update = (key, value) =>
          ++writes > last ? new Promise<never>(() => undefined) : update(key, value);
        void deed(dying);
        time.advance(2000);
        await Promise.resolve();
        isKilled = writes > last;
        assert.ok([before, after].includes(state(mortal)), state(mortal));
        mortal.update = update;
        assert.ok(open(mortal, time).watches.ids.length > 0);
        assert.ok([before, after].includes(state(mortal)), "the start changes nothing");
      }
      assert.ok(writes > 0);
    });
});
