import assert from "node:assert/strict";
import { Folders } from "../../../../src/folders/folders";
import { pollTargets, type Visible } from "../../../../src/folders/poll/pollTargets";
import { TestMemory } from "../../connections/stores";
import { TestClock } from "../../testClock";
import { finishedFolder, folder, idOf } from "../build";

const hidden: Visible = { list: false, folderIds: [], focused: true };

/** Folders 1 and 2 are running, 3 has ended. */
function setUp(): Folders {
  const client = (): Promise<never> => Promise.reject(new Error("no server"));
  const folders = new Folders(client, new TestMemory(), new TestClock());
  folders.show({ shown: "here", signedIn: ["here"], known: ["here"] });
  const running = { analyses: [{ analysis_id: "a", state: "PROCESSING" }] };
  folders.store.current.applyFolders([folder(1, running), folder(2, running), finishedFolder(3)]);
  return folders;
}

describe("pollTargets", () => {
  it("polls nothing while nothing is visible, watched or open", () => {
    const nothing = { list: false, running: [], notLoaded: [], resting: false, focused: true };
    assert.deepEqual(pollTargets(setUp(), hidden), nothing);
  });

  it("polls nothing while no connection is shown", () => {
    const folders = setUp();
    folders.watches.start(idOf(1));
    folders.show({ shown: undefined, signedIn: [], known: ["here"] });
    const visible = { list: true, folderIds: [idOf(1)], focused: false };
    const nothing = { list: false, running: [], notLoaded: [], resting: false, focused: false };
    assert.deepEqual(pollTargets(folders, visible), nothing);
  });

  it("polls watched and visible folders that can still change, each once", () => {
    const folders = setUp();
    for (const number of [1, 9]) folders.watches.start(idOf(number));
    const folderIds = [1, 2, 3, 8].map(idOf);
    const { running, notLoaded, resting } = pollTargets(folders, { ...hidden, folderIds });
    assert.deepEqual(running, [1, 9, 2].map(idOf));
    assert.deepEqual([notLoaded, resting], [[idOf(9)], false]);
  });

  it("polls a running folder whose JSON is open", async () => {
    const folders = setUp();
    for (const number of [2, 3]) await folders.rawReplies.open(idOf(number), "{}");
    assert.deepEqual(pollTargets(folders, hidden).running, [idOf(2)]);
  });

  it("says whether a watched folder has ended, because another group may change it", () => {
    const folders = setUp();
    folders.watches.start(idOf(3));
    const { running, resting } = pollTargets(folders, hidden);
    assert.deepEqual([running, resting], [[], true]);
  });
});
