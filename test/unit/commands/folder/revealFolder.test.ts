import assert from "node:assert/strict";
import { desk } from "../../../standIn/desk";
import { IDS } from "../fakeServer";
import { outcomeOf } from "../outcome";
import { openWorld, type World } from "../world";

const { F, G } = IDS;

describe("Reveal Folder", () => {
  let world: World;
  beforeEach(async () => (world = await openWorld()));

  /** @returns the requests, what the status bar said, and the look-ups remembered */
  async function traces(command: string, id: string): Promise<readonly unknown[]> {
    await outcomeOf(world, command, id);
    const said = desk.seen.filter(({ what }) => what === "status").map(({ text }) => text);
    const key = world.connections.keys.shown ?? "";
    return [[...world.server.asked], said, world.folders.recentLookUps.of(key)];
  }

  it("leaves no trace, unlike a look-up", async () => {
    world.folders.watches.start(F);
    assert.deepEqual(await traces("revealFolder", F), [[], [], []]);
    assert.deepEqual(await traces("lookUpFolder", F), [[`/api/folders/${F}`], ["f0f0f0f0 is a folder"], [F]]);
  });

  it("reads a watched folder that is not loaded, once", async () => {
    world.folders.watches.start(G);
    assert.deepEqual(await traces("revealFolder", G), [[`/api/folders/${G}`], [], []]);
    assert.deepEqual(await traces("revealFolder", G), [[], [], []]);
  });
});
