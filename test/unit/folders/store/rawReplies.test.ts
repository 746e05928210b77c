import assert from "node:assert/strict";
import { settle } from "../../settle";
import { finishedFolder, folder, idOf, page } from "../build";
import { openReader } from "./openReader";

describe("RawReplies", () => {
  it("keeps the reply for an open folder as the server sent it", async () => {
    const { replies, server } = openReader(5);
    const text = await replies.open(idOf(1));
    assert.equal(text, JSON.stringify(finishedFolder(1).json));
    assert.equal(await replies.open(idOf(1)), text);
    assert.deepEqual(server.asked, [idOf(1)]);
  });

  it("tells of the reply of a folder that is not kept, as reading may have failed when its document was restored", async () => {
    const { replies, reader } = openReader(5);
    const told: string[] = [];
    replies.onDidChange((id) => told.push(id));
    await reader.readFolder(idOf(1));
    assert.deepEqual(told, [idOf(1)]);
    await replies.open(idOf(1));
    await reader.readFolder(idOf(1));
    assert.deepEqual(told.length, 2, "once more by the first reading, not by an equal reply");
  });

  it("reads a reply again when its folder changes in the list, while it is open", async () => {
    const { replies, server, store } = openReader(5);
    const changeAt = async (time: number): Promise<void> => {
      store.current.applyPage({ ...page([1], 1), folders: [folder(1, { time_updated: time })] });
      await settle();
    };
    store.current.applyPage(page([1], 1));
    await replies.open(idOf(1));
    await changeAt(9);
    assert.equal(server.asked.length, 2);
    replies.close(idOf(1));
    await changeAt(10);
    assert.equal(server.asked.length, 2);
  });

  it("does not read forever if list and folder differ", async () => {
    const { replies, server, store, reader } = openReader(1);
    await replies.open(idOf(1));
    for (let round = 0; round < 5; round++) {
      await reader.readNewest();
      await settle();
    }
    assert.ok(server.asked.filter((what) => what === idOf(1)).length <= 6, server.asked.join());
    assert.ok(store.current.get(idOf(1)));
  });

  it("reads a reply again once, not at each poll, if the list always differs", async () => {
    const { replies, server, reader, store } = openReader(20);
    for (let number = 1; number <= 20; number++) await replies.open(idOf(number));
    const before = server.asked.length;
    for (let poll = 0; poll < 10; poll++) {
      // The list has the folders without their analyses.
      await reader.readNewest();
      for (let turn = 0; turn < 50; turn++) await settle();
    }
    const asked = server.asked.slice(before).filter((what) => what.startsWith("7e7e"));
    assert.equal(asked.length, 20);
    // A real change of the folder is read.
    store.current.applyFolders([folder(3, { time_updated: 99 })]);
    for (let turn = 0; turn < 50; turn++) await settle();
    assert.equal(server.asked.at(-1), idOf(3));
  });
});
