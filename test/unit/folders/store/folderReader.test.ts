import assert from "node:assert/strict";
import { FolderReader, PAGE_SIZE } from "../../../../src/folders/store/folderReader";
import { FolderStore } from "../../../../src/folders/store/folderStore";
import { RawReplies } from "../../../../src/folders/store/rawReplies";
import { ServerHealth } from "../../../../src/folders/store/serverHealth";
import type { OzClient } from "../../../../src/oz/api/client";
import { OzError } from "../../../../src/oz/http/ozError";
import { errorOf, TestLog } from "../../oz/support";
import { settle } from "../../settle";
import { TestClock } from "../../testClock";
import { down, finishedFolder, folder, idOf, numbersOf, page } from "../build";

const offline = new OzError("refused", "Nobody listens at h.", { origin: "http://h" });
const missing = new OzError("notFound", "No such folder.", {
  origin: "http://h",
  status: 404,
  errorCode: 10,
});

/** A reader over a client that plays a server with the given number of folders. */
function setUp(count: number) {
  const server = {
    newest: count,
    failure: undefined as OzError | undefined,
    held: Promise.resolve(),
    asked: [] as string[],
  };
  const answer = async <T>(what: string, make: () => T): Promise<T> => {
    server.asked.push(what);
    await server.held;
    if (server.failure) throw server.failure;
    return make();
  };
  const client = {
    listFolders: ({ offset, limit, order = "newest" }: Parameters<OzClient["listFolders"]>[0]) =>
      answer(`${order === "newest" ? "" : "changes "}${offset}+${limit}`, () =>
        page(down(server.newest, 1).slice(offset, offset + limit), server.newest),
      ),
    getFolder: (id: string) =>
      answer(id, () => {
        const found = finishedFolder(Number(id.slice(-12)));
        return { folder: found, text: JSON.stringify(found.json) };
      }),
  } as unknown as OzClient;
  const store = new FolderStore();
  const health = new ServerHealth();
  const clock = new TestClock();
  const log = new TestLog();
  const reader = new FolderReader(() => Promise.resolve(client), store, health, clock, log);
  return { server, store, health, reader, clock, log, texts: new RawReplies(reader, store) };
}

describe("FolderReader", () => {
  it("reads page after page", async () => {
    const { reader, store, server } = setUp(250);
    await reader.readNewest();
    await reader.readMore();
    await reader.readMore();
    assert.deepEqual(server.asked, [`0+${PAGE_SIZE}`, `100+${PAGE_SIZE}`, `200+${PAGE_SIZE}`]);
    assert.deepEqual([store.current.listedCount, store.current.hasMore], [250, false]);
  });

  it("shares one request among those who want the same at the same time", async () => {
    const { reader, server } = setUp(5);
    await Promise.all([reader.readFolder(idOf(1)), reader.readFolder(idOf(1)), reader.readFolder(idOf(2))]);
    assert.deepEqual(server.asked, [idOf(1), idOf(2)]);
  });

  it("asks for many folders four at a time, and tells which could not be read", async () => {
    const { reader, server } = setUp(30);
    let release = (): void => undefined;
    server.held = new Promise((resolve) => (release = resolve));
    const reading = reader.readFolders(down(20, 1).map(idOf));
    await settle();
    assert.equal(server.asked.length, 4);
    release();
    assert.deepEqual(await reading, []);
    assert.equal(server.asked.length, 20);
    server.failure = offline;
    assert.deepEqual(await reader.readFolders([idOf(1), idOf(2)]), [offline, offline]);
  });

  it("reads again all that is on screen", async () => {
    const { reader, store, server } = setUp(250);
    await reader.readNewest();
    await reader.readMore();
    server.newest = 251;
    await reader.readAgain();
    assert.equal(server.asked.at(-1), "0+200");
    assert.deepEqual(numbersOf(store.current.all).slice(0, 2), [251, 250]);
  });

  it("keeps what it has when the server fails, and says why and since when", async () => {
    const { reader, store, server, health, clock } = setUp(5);
    await reader.readNewest();
    server.failure = offline;
    const since = clock.now();
    await assert.rejects(reader.readAgain(), offline);
    clock.advance(5000);
    await assert.rejects(reader.readNewest(), offline);
    assert.equal(store.current.all.length, 5);
    assert.deepEqual(health.failure, { error: offline, since, lastAnswer: since });
    server.failure = undefined;
    await reader.readNewest();
    assert.equal(health.failure, undefined);
  });

  it("shows a fault of its own as a failure, goes on when it is over, and logs nothing of the reply", async () => {
    const { reader, store, health, log } = setUp(5);
    let isBroken = true;
    const told: number[] = [];
    store.onDidChange(() => {
      if (isBroken) throw new RangeError('Too deep: {"name": "Zoë"}');
    });
    store.onDidChange(({ added, changed }) => told.push(added.length + changed.length));
    for (const attempt of [() => reader.readNewest(), () => reader.readFolder(idOf(9))]) {
      const error = await errorOf(attempt());
      assert.deepEqual([error.name, error.reason], ["OzError", "unreadable"]);
      assert.equal(
        error.message,
        "Oz Inspector could not process the reply (RangeError). Please report this with the log.",
      );
      assert.equal(health.failure?.error.message, error.message);
    }
    assert.deepEqual(told, [5, 1], "other listeners are told");
    assert.match(log.lines[0] ?? "", /^error A reply could not be processed: RangeError at /);
    assert.ok(!log.lines.join().includes("Zoë"));
    isBroken = false;
    await reader.readFolder(idOf(7));
    assert.equal(health.failure, undefined);
  });

  it("shows one failure that lasts, not one for each poll", async () => {
    const { reader, store, health, clock } = setUp(5);
    const shown: (string | undefined)[] = [];
    health.onDidChange((failure) => shown.push(failure?.error.reason));
    store.onDidChange(() => {
      throw new Error("broken");
    });
    for (let poll = 0; poll < 3; poll++) {
      await assert.rejects(reader.readFolder(idOf(10 + poll)));
      clock.advance(5000);
    }
    assert.deepEqual(shown, ["unreadable"]);
  });

  it("does not blame the server for a folder that is not there, and removes the folder", async () => {
    const { reader, store, server, health } = setUp(5);
    await reader.readFolder(idOf(3));
    server.failure = missing;
    await assert.rejects(reader.readFolder(idOf(3)), missing);
    assert.deepEqual([store.current.get(idOf(3)), health.failure], [undefined, undefined]);
  });

  it("does not blame the server for a folder that is hidden, but for a list that is", async () => {
    const { reader, server, health } = setUp(5);
    server.failure = new OzError("forbidden", "No.", { origin: "http://h" });
    const reasons: unknown[] = [];
    health.onDidChange((failure) => reasons.push(failure?.error.reason));
    await assert.rejects(reader.readFolder(idOf(3)));
    assert.deepEqual(reasons, []);
    await assert.rejects(reader.readNewest());
    assert.deepEqual(reasons, ["forbidden"]);
  });

  it("drops a reply that comes after the connection was changed", async () => {
    const { reader, store, server, health } = setUp(5);
    let release = (): void => undefined;
    server.held = new Promise((resolve) => (release = resolve));
    const late = reader.readNewest();
    reader.restart();
    release();
    await assert.rejects(late, { reason: "cancelled" });
    assert.deepEqual([store.current.all.length, health.failure], [0, undefined]);
  });
});

describe("RawReplies", () => {
  it("keeps the reply of an open folder as the server sent it", async () => {
    const { texts, server } = setUp(5);
    const text = await texts.keep(idOf(1));
    assert.equal(text, JSON.stringify(finishedFolder(1).json));
    assert.equal(await texts.keep(idOf(1)), text);
    assert.deepEqual(server.asked, [idOf(1)]);
  });

  it("says when the replies of other folders are kept than before", async () => {
    const { texts } = setUp(5);
    const seen: (readonly string[])[] = [];
    texts.onDidChangeIds(() => seen.push(texts.ids));
    for (const number of [1, 2, 1]) await texts.keep(idOf(number));
    for (const number of [1, 1]) texts.release(idOf(number));
    texts.clear();
    texts.clear();
    assert.deepEqual(seen, [[idOf(1)], [idOf(1), idOf(2)], [idOf(2)], []]);
  });

  it("reads it again when the list tells that it changed, and only while it is open", async () => {
    const { texts, server, store } = setUp(5);
    store.current.applyPage(page([1], 1), undefined, 10);
    await texts.keep(idOf(1));
    store.current.applyPage(
      { folders: [folder(1, { time_updated: 9 })], totalCount: 1, skipped: 0 },
      undefined,
      10,
    );
    await settle();
    assert.equal(server.asked.length, 2);
    texts.release(idOf(1));
    store.current.applyPage(
      { folders: [folder(1, { time_updated: 10 })], totalCount: 1, skipped: 0 },
      undefined,
      10,
    );
    await settle();
    assert.equal(server.asked.length, 2);
  });

  it("does not ask for ever when list and folder tell different things", async () => {
    const { texts, server, store, reader } = setUp(1);
    await texts.keep(idOf(1));
    for (let round = 0; round < 5; round++) {
      await reader.readNewest();
      await settle();
    }
    assert.ok(server.asked.filter((what) => what === idOf(1)).length <= 6, server.asked.join());
    assert.ok(store.current.get(idOf(1)));
  });

  it("is read again once, not at each poll, where the list always tells something else", async () => {
    const { texts, server, reader, store } = setUp(20);
    for (let number = 1; number <= 20; number++) await texts.keep(idOf(number));
    const before = server.asked.length;
    for (let poll = 0; poll < 10; poll++) {
      // The folders without their analyses, which they have when they are asked for by themselves.
      await reader.readNewest();
      for (let turn = 0; turn < 50; turn++) await settle();
    }
    const asked = server.asked.slice(before).filter((what) => what.startsWith("7e7e"));
    assert.equal(asked.length, 20);
    // A change of the folder itself is not taken for that.
    store.current.applyFolders([folder(3, { time_updated: 99 })]);
    for (let turn = 0; turn < 50; turn++) await settle();
    assert.equal(server.asked.at(-1), idOf(3));
  });
});
