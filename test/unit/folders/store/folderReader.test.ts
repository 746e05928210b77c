import assert from "node:assert/strict";
import { PAGE_SIZE } from "../../../../src/folders/store/folderReader";
import { OzError } from "../../../../src/oz/http/ozError";
import { errorOf } from "../../oz/support";
import { settle } from "../../settle";
import { down, idOf, numbersOf } from "../build";
import { openReader } from "./openReader";

const offline = new OzError("refused", "Nothing listens at h.", { origin: "http://h" });
const missing = new OzError("notFound", "No such folder.", {
  origin: "http://h",
  status: 404,
  errorCode: 10,
});

describe("FolderReader", () => {
  it("reads page after page", async () => {
    const { reader, store, server } = openReader(250);
    await reader.readNewest();
    await reader.readMore();
    await reader.readMore();
    assert.deepEqual(server.asked, [`0+${PAGE_SIZE}`, `100+${PAGE_SIZE}`, `200+${PAGE_SIZE}`]);
    assert.deepEqual([store.current.listedCount, store.current.hasMore], [250, false]);
  });

  it("shares one request among simultaneous callers", async () => {
    const { reader, server } = openReader(5);
    await Promise.all([reader.readFolder(idOf(1)), reader.readFolder(idOf(1)), reader.readFolder(idOf(2))]);
    assert.deepEqual(server.asked, [idOf(1), idOf(2)]);
  });

  it("requests many folders four at a time, and returns the errors", async () => {
    const { reader, server } = openReader(30);
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

  it("reads all loaded pages again", async () => {
    const { reader, store, server } = openReader(250);
    await reader.readNewest();
    await reader.readMore();
    server.newest = 251;
    await reader.readAgain();
    assert.equal(server.asked.at(-1), "0+200");
    assert.deepEqual(numbersOf(store.current.all).slice(0, 2), [251, 250]);
  });

  it("keeps the folders when the server fails, and reports why and since when", async () => {
    const { reader, store, server, health, clock } = openReader(5);
    await reader.readNewest();
    server.failure = offline;
    const since = clock.now();
    await assert.rejects(reader.readAgain(), offline);
    clock.advance(5000);
    await assert.rejects(reader.readNewest(), offline);
    assert.equal(store.current.all.length, 5);
    assert.deepEqual(health.failure, { error: offline, since, lastSuccess: since });
    server.failure = undefined;
    await reader.readNewest();
    assert.equal(health.failure, undefined);
  });

  it("reports a bug of ours as a failure, recovers from it, and logs nothing of the reply", async () => {
    const { reader, store, health, log } = openReader(5);
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
    assert.deepEqual(told, [5, 1], "other listeners are called");
    assert.match(log.lines[0] ?? "", /^error A reply could not be processed: RangeError at /);
    assert.ok(!log.lines.join().includes("Zoë"));
    isBroken = false;
    await reader.readFolder(idOf(7));
    assert.equal(health.failure, undefined);
  });

  it("reports a lasting failure once, not at each poll", async () => {
    const { reader, store, health, clock } = openReader(5);
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

  it("removes a folder that is not found, and reports no failure of the server", async () => {
    const { reader, store, server, health } = openReader(5);
    await reader.readFolder(idOf(3));
    server.failure = missing;
    await assert.rejects(reader.readFolder(idOf(3)), missing);
    assert.deepEqual([store.current.get(idOf(3)), health.failure], [undefined, undefined]);
  });

  it("reports no failure for a forbidden folder, but for a forbidden list", async () => {
    const { reader, server, health } = openReader(5);
    server.failure = new OzError("forbidden", "No.", { origin: "http://h" });
    const reasons: unknown[] = [];
    health.onDidChange((failure) => reasons.push(failure?.error.reason));
    await assert.rejects(reader.readFolder(idOf(3)));
    assert.deepEqual(reasons, []);
    await assert.rejects(reader.readNewest());
    assert.deepEqual(reasons, ["forbidden"]);
  });

  it("drops a reply that arrives after the connection was changed", async () => {
    const { reader, store, server, health } = openReader(5);
    let release = (): void => undefined;
    server.held = new Promise((resolve) => (release = resolve));
    const late = reader.readNewest();
    reader.cancelAll();
    release();
    await assert.rejects(late, { reason: "cancelled" });
    assert.deepEqual([store.current.all.length, health.failure], [0, undefined]);
  });
});
