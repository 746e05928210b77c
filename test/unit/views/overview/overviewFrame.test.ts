import assert from "node:assert/strict";
import { LiveOverview, withoutJson } from "../../../../src/folders/overview/liveOverview";
import { FolderStore } from "../../../../src/folders/store/folderStore";
import { frameOf, type Frame } from "../../../../src/views/overview/overviewFrame";
import { exactMinute, zoneOf } from "../../../../src/views/text/formatTime";
import { finishedFolder, page, TestContext } from "../../folders/build";
import { TestClock } from "../../testClock";

const READ_AT = Date.UTC(2026, 10, 28, 1, 2, 3);

describe("what the overview says beside its figures", () => {
  const store = new FolderStore(new TestContext());
  const reader = { onDidReadChanges: () => ({ dispose: () => undefined }) };
  const source = { server: "staging.example.com", key: "first" };
  beforeEach(() => {
    store.keepOnly([]);
    store.show("first");
  });

  async function frame(isFilter: boolean, shown = source): Promise<Frame> {
    const read = [withoutJson(finishedFolder(1))];
    const matching = isFilter ? { filter: {}, read: () => Promise.resolve(read) } : undefined;
    const live = await LiveOverview.of({ store, reader }, new TestClock(), matching);
    const overview = { live, name: undefined, readAt: isFilter ? READ_AT : undefined, missing: ["Cut."] };
    return frameOf(overview, store, { name: "Staging", source }, shown);
  }

  it("names all that the server has, if only some are loaded", async () => {
    store.current.applyPage(page([3, 2], 3000));
    const { total, sentences } = await frame(false);
    assert.equal(total, 3000);
    assert.ok(sentences.includes("Only the loaded folders are counted."));
    assert.equal((await frame(true)).total, undefined);
  });

  it("names no total that the server does not say, or that is another server's", async () => {
    store.current.applyPage({ ...page([3, 2]), isLast: false });
    const { total, sentences } = await frame(false);
    assert.equal(total, undefined);
    assert.ok(sentences.includes("Older folders are not loaded and not counted."));
    store.current.applyPage(page([3, 2], 3000));
    assert.equal((await frame(false, { ...source, key: "second" })).total, undefined);
  });

  it("says how many loaded folders are older than the list, as they change the shares", async () => {
    store.current.applyPage({ ...page([3, 2]), isLast: false });
    store.current.applyFolders(page([1]).folders);
    const { sentences } = await frame(false);
    assert.ok(sentences.includes("Only the loaded folders are counted."));
    assert.ok(
      sentences.some((sentence) => sentence.startsWith("1 of them is older than the rest of the list")),
    );
    assert.ok(!sentences.includes("Older folders are not loaded and not counted."));
  });

  it("says when the folders of a filter were read, while it follows them, and in which zone its times are", async () => {
    const read = `Read at ${exactMinute(READ_AT)}. Later changes are included as Oz Inspector reads them.`;
    const { sentences } = await frame(true);
    assert.deepEqual(sentences.slice(2), [read, "Cut.", `Times are ${zoneOf(READ_AT)}.`]);
    assert.ok(!(await frame(true, { ...source, key: "second" })).sentences.includes(read));
  });
});
