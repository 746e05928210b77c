import assert from "node:assert/strict";
import { FolderStore } from "../../../../src/folders/store/folderStore";
import { UsualTime } from "../../../../src/folders/store/usualTime";
import type { OzFolder } from "../../../../src/oz/model/folder";
import { down, folder, TestContext } from "../build";

/** A folder whose only group took so many seconds. */
function took(number: number, seconds: number): OzFolder {
  const analysis = {
    group_id: "g",
    state: "FINISHED",
    resolution_status: "SUCCESS",
    time_created: number,
    time_updated: number + seconds,
  };
  return folder(number, { analyses: [analysis] });
}

describe("UsualTime", () => {
  function setUp(): {
    context: TestContext;
    store: FolderStore;
    usual: UsualTime;
    load: (...folders: OzFolder[]) => void;
  } {
    const context = new TestContext();
    const store = new FolderStore(context);
    store.show("here");
    const load = (...folders: OzFolder[]): void => store.current.applyFolders(folders);
    return { context, store, usual: new UsualTime(store), load };
  }

  it("is unknown until ten loaded folders have ended", () => {
    const { usual, load } = setUp();
    assert.equal(usual.milliseconds, undefined);
    load(...down(9, 1).map((number) => took(number, 5)));
    assert.equal(usual.milliseconds, undefined);
    load(folder(10, { analyses: [{ state: "PROCESSING", time_created: 1, time_updated: 2 }] }));
    load(folder(11, { system_resolution: "SUCCESS" }));
    assert.equal(usual.milliseconds, undefined, "one runs, one has no times");
    load(took(12, 5));
    assert.equal(usual.milliseconds, 5000);
  });

  it("is the time within which 90% ended, in whatever order they were loaded", () => {
    const { usual, load } = setUp();
    load(...[7, 100, 3, 9, 1, 8, 2, 6, 5, 4].map((seconds, index) => took(index + 1, seconds)));
    assert.equal(usual.milliseconds, 9000, "nine of ten");
    load(took(11, 50));
    assert.equal(usual.milliseconds, 50_000, "ten of eleven");
    load(...down(20, 12).map((number) => took(number, 1)));
    assert.equal(usual.milliseconds, 9000, "eighteen of twenty");
  });

  it("follows changes, removals and the connection that is shown", () => {
    const { context, store, usual, load } = setUp();
    load(...down(10, 1).map((number) => took(number, 10)));
    assert.equal(usual.milliseconds, 10_000);
    load(...down(10, 1).map((number) => took(number, 20)));
    assert.equal(usual.milliseconds, 20_000);
    context.proveGone(store.current, 1);
    assert.equal(usual.milliseconds, undefined);
    load(took(1, 20));
    assert.equal(usual.milliseconds, 20_000);
    store.show("elsewhere");
    assert.equal(usual.milliseconds, undefined);
    store.show("here");
    assert.equal(usual.milliseconds, 20_000);
  });
});
