import assert from "node:assert/strict";
import { MAX_COMPARED_FOLDERS } from "../../../../src/base/limits";
import { askOtherJson } from "../../../../src/commands/json/askOtherJson";
import { desk } from "../../../standIn/desk";
import { down, folder, idOf } from "../../folders/build";
import { openWorld } from "../world";

describe("the list of what to compare with", () => {
  it("says how many of the loaded folders it has if not all", async () => {
    const world = await openWorld();
    const { current } = world.folders.store;
    const described = async (): Promise<string | undefined> => {
      desk.seen.length = 0;
      await askOtherJson(world, { folderId: idOf(1) });
      const entries = desk.seen[0]?.text.split(" | ") ?? [];
      return entries[entries.indexOf("Other folder…") + 1];
    };
    const count = (): number => current.all.length - 1;
    current.applyFolders(down(MAX_COMPARED_FOLDERS + 1, 1).map((number) => folder(number)));
    for (let more = MAX_COMPARED_FOLDERS + 2; count() <= MAX_COMPARED_FOLDERS; more += 1)
      current.applyFolders([folder(more)]);
    assert.equal(await described(), `by its ID; 500 of ${count()} folders are listed`);
    current.trim(MAX_COMPARED_FOLDERS, () => false);
    assert.equal(await described(), "by its ID");
  });
});
