import assert from "node:assert/strict";
import { MatchingFolders } from "../../../../src/folders/filter/matchingFolders";
import { FolderStore } from "../../../../src/folders/store/folderStore";
import type { OzFolder } from "../../../../src/oz/model/folder";
import { folder, numbersOf, page, TestContext } from "../build";

/** The folders of a store that were created in an even second. Records which were checked. */
function setUp() {
  const store = new FolderStore(new TestContext());
  const checked: OzFolder[] = [];
  const matching = new MatchingFolders(store, (one) => {
    checked.push(one);
    return (one.createdAt ?? 0) % 2000 === 0;
  });
  store.onDidChange(() => matching.invalidate());
  store.current.applyPage(page([4, 3, 2, 1], 4));
  return { store, checked, matching };
}

describe("MatchingFolders", () => {
  it("lists the folders of the store that match, newest first", () => {
    const { store, matching } = setUp();
    assert.deepEqual(numbersOf(matching.all), [4, 2]);
    store.current.applyFolders([folder(6), folder(5)]);
    assert.deepEqual(numbersOf(matching.all), [6, 4, 2]);
  });

  it("keeps its list until the store changes", () => {
    const { store, matching } = setUp();
    const before = matching.all;
    assert.equal(matching.all, before);
    store.current.applyFolders([folder(8)]);
    assert.notEqual(matching.all, before);
  });

  it("checks each version of a folder once", () => {
    const { store, matching, checked } = setUp();
    for (let round = 0; round < 3; round++) {
      matching.invalidate();
      assert.equal(matching.all.length, 2);
      assert.equal(matching.matches(matching.all[0]!), true);
    }
    assert.equal(checked.length, 4);
    store.current.applyFolders([folder(3, { time_updated: 9 })]);
    assert.equal(matching.all.length, 2);
    assert.equal(checked.length, 5);
  });
});
