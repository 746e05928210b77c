import assert from "node:assert/strict";
import { Folders } from "../../../../src/folders/folders";
import { pollTargets, type Visible } from "../../../../src/folders/poll/pollTargets";
import { TestMemory } from "../../connections/stores";
import { TestClock } from "../../testClock";
import { finishedFolder, folder, idOf, laggingFolder } from "../build";

const hidden: Visible = { list: false, folderIds: [], focused: true };

/** Folders 1 and 2 are running, 3 has ended. */
function setUp(): Folders {
  const client = (): Promise<never> => Promise.reject(new Error("no server"));
  const folders = new Folders(client, new TestMemory(), new TestMemory(), new TestClock(), () => 0.5);
  folders.show({ shown: "here", signedIn: ["here"], known: ["here"] });
  const running = { analyses: [{ analysis_id: "a", state: "PROCESSING" }] };
  folders.store.current.applyFolders([folder(1, running), folder(2, running), finishedFolder(3)]);
  return folders;
}

describe("pollTargets", () => {
  it("polls nothing while nothing is visible, watched or open", () => {
    const nothing = {
      list: false,
      awaitsNew: false,
      running: [],
      notLoaded: [],
      doubted: [],
      resting: [],
      focused: true,
    };
    assert.deepEqual(pollTargets(setUp(), hidden), nothing);
  });

  it("polls nothing while no connection is shown", () => {
    const folders = setUp();
    folders.watches.start(idOf(1));
    folders.show({ shown: undefined, signedIn: [], known: ["here"] });
    const visible = { list: true, folderIds: [idOf(1)], focused: false };
    const nothing = {
      list: false,
      awaitsNew: false,
      running: [],
      notLoaded: [],
      doubted: [],
      resting: [],
      focused: false,
    };
    assert.deepEqual(pollTargets(folders, visible), nothing);
  });

  it("asks for changes while new folders of the shown connection are waited for", () => {
    const folders = setUp();
    folders.arrivals.start({ filter: {}, once: false }, 0);
    assert.ok(pollTargets(folders, hidden).awaitsNew);
    folders.show({ shown: undefined, signedIn: [], known: ["here"] });
    assert.ok(!pollTargets(folders, hidden).awaitsNew);
  });

  it("polls watched and open folders that can still change or are not loaded yet, each once", () => {
    const folders = setUp();
    for (const number of [1, 9]) folders.watches.start(idOf(number));
    const folderIds = [1, 2, 8, 8].map(idOf);
    const { running, notLoaded, resting } = pollTargets(folders, { ...hidden, folderIds });
    assert.deepEqual(running, [1, 9, 2, 8].map(idOf));
    assert.deepEqual([notLoaded, resting], [[9, 8].map(idOf), []]);
  });

  it("names the folders that may be gone, as only their own reply tells", () => {
    const folders = setUp();
    folders.watches.start(idOf(1));
    folders.store.current.applyNotFound(idOf(1));
    folders.store.current.applyNotFound(idOf(2));
    const doubtedIn = (visible: Visible): readonly string[] => pollTargets(folders, visible).doubted;
    assert.deepEqual(doubtedIn(hidden), [idOf(1)]);
    assert.deepEqual(doubtedIn({ ...hidden, list: true }), [1, 2].map(idOf));
  });

  it("polls a folder while its server may still write the result", () => {
    const folders = setUp();
    folders.watches.start(idOf(4));
    const read = (passed: number): unknown => {
      folders.store.current.applyFolders([4, 5].map((number) => laggingFolder(number, passed)));
      const { running, resting } = pollTargets(folders, { ...hidden, folderIds: [idOf(5)] });
      return [running, resting];
    };
    assert.deepEqual(read(5), [[4, 5].map(idOf), []]);
    assert.deepEqual(read(31), [[], [4, 5].map(idOf)]);
  });

  it("polls a new folder whose server may still write the result that is waited for", () => {
    const folders = setUp();
    folders.store.current.applyFolders([4, 5].map((number) => laggingFolder(number, 5)));
    const { store } = folders;
    assert.deepEqual(pollTargets(folders, hidden).running, []);
    folders.arrivals.start({ filter: { results: ["DECLINED"] }, once: false }, 4000);
    store.current.applyFolders([laggingFolder(6, 5)]);
    assert.deepEqual(pollTargets(folders, hidden).running, [idOf(6)]);
    folders.arrivals.stop();
    assert.deepEqual(pollTargets(folders, hidden).running, []);
  });

  it("polls every folder whose server may still write the result while the list is visible", () => {
    const folders = setUp();
    const read = (passed: number): unknown => {
      folders.store.current.applyFolders([4, 5].map((number) => laggingFolder(number, passed)));
      return [{ ...hidden, list: true }, hidden].map((visible) => pollTargets(folders, visible).running);
    };
    assert.deepEqual(read(5), [[4, 5].map(idOf), []]);
    assert.deepEqual(read(31), [[], []]);
  });

  for (const what of ["watched", "open"])
    it(`names a folder that is ${what} and has ended, because another group may change it`, () => {
      const folders = setUp();
      if (what === "watched") folders.watches.start(idOf(3));
      const folderIds = what === "open" ? [idOf(3)] : [];
      const { running, resting } = pollTargets(folders, { ...hidden, folderIds });
      assert.deepEqual([running, resting], [[], [idOf(3)]]);
    });
});
