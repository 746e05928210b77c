import assert from "node:assert/strict";
import { FilteredFolders } from "../../../src/folders/filter/filteredFolders";
import { Folders } from "../../../src/folders/folders";
import { TestMemory } from "../connections/stores";
import { TestClock } from "../testClock";
import { down, idOf, numbersOf, page } from "./build";

describe("NeededFolders", () => {
  let folders: Folders;
  beforeEach(() => {
    const client = (): Promise<never> => Promise.reject(new Error("no server"));
    folders = new Folders(client, new TestMemory(), new TestMemory(), new TestClock(), () => 0.5);
    folders.show({ shown: "here", signedIn: ["here"], known: ["here"] });
    folders.store.current.applyPage(page(down(600, 11), 600));
  });

  const left = (): number[] => numbersOf(folders.store.current.all);

  it("keeps the newest 500 folders", () => {
    folders.needed.trim([]);
    assert.deepEqual(left(), down(600, 101));
  });

  it("keeps folders that are watched, awaited, open, visible outside the list, or match the filter", async () => {
    const { store, reader, watches, awaited, rawReplies, filter, needed } = folders;
    watches.start(idOf(20));
    const wait = awaited.until(idOf(25), 1000, new AbortController().signal);
    await rawReplies.open(idOf(30), "{}");
    filter.set(new FilteredFolders({ text: idOf(40) }, "", store, reader, 0));
    needed.trim([idOf(50)]);
    assert.deepEqual(left(), [...down(600, 101), 50, 40, 30, 25, 20]);
    assert.deepEqual([needed.has(idOf(20)), needed.has(idOf(21))], [true, false]);
    awaited.leave();
    assert.equal(await wait, "left");
  });
});
