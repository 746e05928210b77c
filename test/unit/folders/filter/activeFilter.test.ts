import assert from "node:assert/strict";
import { ActiveFilter } from "../../../../src/folders/filter/activeFilter";
import { FilteredFolders } from "../../../../src/folders/filter/filteredFolders";
import { FolderReader } from "../../../../src/folders/store/folderReader";
import { FolderStore } from "../../../../src/folders/store/folderStore";
import { ServerHealth } from "../../../../src/folders/store/serverHealth";
import type { OzClient } from "../../../../src/oz/api/client";
import { TestClock } from "../../testClock";
import { down, idOf, numbersOf, page, TestContext } from "../build";

/** The server has folders 9 to 1; 9 to 7 and 4 are loaded. Folder 2 is needed elsewhere. No filter is set. */
function setUp() {
  const store = new FolderStore(new TestContext());
  store.current.applyPage(page(down(9, 7), 9));
  store.current.applyFolders(page([4]).folders);
  const client = { listFolders: () => Promise.resolve(page(down(9, 1), 9)) } as unknown as OzClient;
  const clock = new TestClock();
  const reader = new FolderReader(() => Promise.resolve(client), store, new ServerHealth(), clock);
  const filter = new ActiveFilter(store, (id) => id === idOf(2));
  let changes = 0;
  filter.onDidChange(() => changes++);
  const filtered = (text: string) => new FilteredFolders({ text }, "", store, reader, clock.now());
  const changesOf = async (work: () => unknown): Promise<number> => {
    const before = changes;
    await work();
    return changes - before;
  };
  return { store, filter, filtered, changesOf };
}

describe("ActiveFilter", () => {
  it("fires when a filter is set or cleared, and when its list changes", async () => {
    const { filter, filtered, changesOf } = setUp();
    const one = filtered(idOf(1));
    assert.equal(await changesOf(() => filter.set(one)), 1);
    assert.equal(filter.current, one);
    assert.equal(await changesOf(() => filter.set(one)), 0);
    assert.ok((await changesOf(() => one.searchMore())) > 0);
    assert.equal(await changesOf(() => filter.set(undefined)), 1);
    assert.equal(filter.current, undefined);
    assert.equal(await changesOf(() => filter.set(undefined)), 0);
  });

  it("removes folders that only the filter had loaded, unless they are needed elsewhere", async () => {
    const { store, filter, filtered } = setUp();
    const all = filtered("7e7e");
    filter.set(all);
    await all.searchMore();
    assert.deepEqual(numbersOf(store.current.all), down(9, 1));
    filter.set(undefined);
    assert.deepEqual(numbersOf(store.current.all), [9, 8, 7, 4, 2]);
  });

  it("stops the search of a cleared filter, and adds nothing that it still reads", async () => {
    const { store, filter, filtered, changesOf } = setUp();
    const all = filtered("7e7e");
    filter.set(all);
    const search = all.searchMore();
    filter.set(undefined);
    assert.equal(await changesOf(() => search), 0);
    assert.deepEqual(numbersOf(store.current.all), [9, 8, 7, 4]);
  });

  it("stops listening to the store for a cleared filter", async () => {
    const { store, filter, filtered, changesOf } = setUp();
    filter.set(filtered("x"));
    filter.set(undefined);
    assert.equal(await changesOf(() => store.current.applyFolders(page([5]).folders)), 0);
  });
});
