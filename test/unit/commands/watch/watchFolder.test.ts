import assert from "node:assert/strict";
import { watchFolder } from "../../../../src/commands/watch/watchFolder";
import { desk } from "../../../standIn/desk";
import { finishedFolder, folder, idOf } from "../../folders/build";
import { openWorld, type World } from "../world";

const running = { analyses: [{ analysis_id: "a", state: "PROCESSING" }] };

describe("watchFolder without an argument", () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
    // The newest first: one that has ended, two that run, and one of which nobody knows.
    world.folders.store.current.applyFolders([
      finishedFolder(9),
      folder(8, running),
      folder(7, running),
      folder(6, { resolution_status: "ODD" }),
    ]);
  });

  /** Takes the first folder of the list. */
  async function watched(): Promise<readonly string[]> {
    desk.typed = "";
    await watchFolder(world, undefined);
    return world.folders.watches.ids;
  }

  const select = (number: number): unknown =>
    desk.selections.set("ozInspector.folders", [{ target: { kind: "folder", folderId: idOf(number) } }]);

  it("offers the running folders that are not watched yet first, the newest of them before the others", async () => {
    assert.deepEqual(await watched(), [idOf(8)]);
    assert.deepEqual(await watched(), [idOf(8), idOf(7)]);
  });

  it("offers them before a selected folder that has ended, and that one next", async () => {
    select(9);
    assert.deepEqual(await watched(), [idOf(8)]);
    await watched();
    assert.deepEqual(await watched(), [idOf(8), idOf(7), idOf(9)]);
  });

  it("offers the selected one of them before the others", async () => {
    select(7);
    assert.deepEqual(await watched(), [idOf(7)]);
    assert.deepEqual(await watched(), [idOf(7), idOf(8)]);
  });
});
