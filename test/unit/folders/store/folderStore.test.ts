import assert from "node:assert/strict";
import type { FolderChanges } from "../../../../src/folders/store/connectionFolders";
import { FolderStore } from "../../../../src/folders/store/folderStore";
import { idOf, numbersOf, page, TestContext } from "../build";

function observed(): { store: FolderStore; seen: FolderChanges[] } {
  const store = new FolderStore(new TestContext());
  const seen: FolderChanges[] = [];
  store.onDidChange((changes) => seen.push(changes));
  return { store, seen };
}

describe("FolderStore", () => {
  it("shows one connection at a time, and restores the loaded folders of another", () => {
    const { store, seen } = observed();
    store.show("a");
    store.current.applyPage(page([2, 1], 2));
    store.show("b");
    assert.deepEqual(
      [store.current.loaded, store.current.all.length, store.current.totalCount],
      [false, 0, undefined],
    );
    assert.deepEqual(seen.at(-1), {
      added: [],
      changed: [],
      removed: [idOf(2), idOf(1)],
      gone: [],
      list: true,
    });
    store.current.applyPage(page([9], 1));
    store.show("a");
    assert.deepEqual(numbersOf(store.current.all), [2, 1]);
    assert.deepEqual([seen.at(-1)?.added, seen.at(-1)?.removed], [[idOf(2), idOf(1)], [idOf(9)]]);
  });

  it("forgets signed-out connections, and the oldest of more than three", () => {
    const { store } = observed();
    for (const key of ["a", "b", "c", "d"]) {
      store.show(key);
      store.current.applyPage(page([1], 1));
    }
    store.show("a");
    assert.equal(store.current.loaded, false);
    store.keepOnly(["a", "d"]);
    store.show("c");
    assert.equal(store.current.loaded, false);
    store.show("d");
    assert.equal(store.current.loaded, true);
  });

  it("forgets the connection that was shown longest ago first", () => {
    const { store } = observed();
    for (const key of ["a", "b", "c", "a", "d"]) {
      store.show(key);
      store.current.applyPage(page([1], 1));
    }
    const loaded = ["a", "b"].map((key) => {
      store.show(key);
      return store.current.loaded;
    });
    assert.deepEqual(loaded, [true, false]);
  });
});
