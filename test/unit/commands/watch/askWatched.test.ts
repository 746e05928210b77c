import assert from "node:assert/strict";
import { askWatched } from "../../../../src/commands/watch/askWatched";
import { desk } from "../../../standIn/desk";
import { IDS } from "../fakeServer";
import { openWorld, type World } from "../world";

const { F, G } = IDS;

describe("askWatched", () => {
  let world: World;
  beforeEach(async () => {
    world = await openWorld();
    desk.typed = "";
  });

  it("says so if no folder is watched", async () => {
    await assert.rejects(askWatched(world, "Title"), { message: /^No folder is watched\./ });
  });

  it("takes the only watched folder without asking", async () => {
    world.folders.watches.start(G);
    assert.equal(await askWatched(world, "Title"), G);
    assert.deepEqual(desk.seen, []);
  });

  it("lists watched folders only, the selected one first", async () => {
    for (const id of [F, G]) world.folders.watches.start(id);
    const ask = async (): Promise<unknown> => {
      desk.typed = "";
      return await askWatched(world, "Title");
    };
    const [watched] = [await ask()];
    const other = watched === F ? G : F;
    const row = { target: { kind: "folder", folderId: other } };
    desk.selections.set("ozInspector.folders", [row]);
    assert.equal(await ask(), other);
    const [list] = desk.seen.filter(({ what }) => what === "list");
    assert.equal(list?.text.split(" | ").length, 2 + 2 * 2);
  });
});
