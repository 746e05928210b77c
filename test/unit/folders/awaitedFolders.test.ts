import assert from "node:assert/strict";
import { AwaitedFolders } from "../../../src/folders/awaitedFolders";
import { FolderStore } from "../../../src/folders/store/folderStore";
import { ServerHealth } from "../../../src/folders/store/serverHealth";
import { OzError } from "../../../src/oz/http/ozError";
import { settle } from "../settle";
import { finishedFolder, folder, idOf, laggingFolder, TestContext } from "./build";

const LIMIT = 60_000;
const running = { analyses: [{ analysis_id: "a", state: "PROCESSING" }] };

function setUp() {
  const context = new TestContext();
  const { clock } = context;
  const store = new FolderStore(context);
  store.show("here");
  store.current.applyFolders([folder(1, running), folder(2, running), finishedFolder(3)]);
  const health = new ServerHealth();
  const awaited = new AwaitedFolders(store, health, clock);
  let changes = 0;
  awaited.onDidChange(() => changes++);
  const abort = new AbortController();
  const until = (number: number) => awaited.until(idOf(number), LIMIT, abort.signal);
  /** Whether nothing is left of any wait. */
  const isClean = (): boolean => awaited.ids.length === 0 && clock.pending === 0 && changes % 2 === 0;
  return { store, health, clock, awaited, abort, until, isClean, changes: () => changes };
}

describe("AwaitedFolders", () => {
  it("names a folder until it has ended, and then nothing", async () => {
    const { store, awaited, until, isClean, changes } = setUp();
    const wait = until(1);
    assert.deepEqual([awaited.ids, awaited.has(idOf(1)), awaited.has(idOf(2))], [[idOf(1)], true, false]);
    assert.equal(changes(), 1);
    store.current.applyFolders([finishedFolder(2)]);
    await settle();
    assert.deepEqual(awaited.ids, [idOf(1)]);
    store.current.applyFolders([finishedFolder(1)]);
    assert.equal(await wait, "ended");
    assert.ok(isClean());
  });

  it("waits until the server has written the result", async () => {
    const { store, awaited, until, isClean } = setUp();
    store.current.applyFolders([laggingFolder(4, 1)]);
    const wait = until(4);
    store.current.applyFolders([laggingFolder(4, 2)]);
    await settle();
    assert.deepEqual(awaited.ids, [idOf(4)]);
    store.current.applyFolders([finishedFolder(4)]);
    assert.equal(await wait, "ended");
    assert.ok(isClean());
  });

  it("does not wait for a folder that has ended", async () => {
    const { until, changes } = setUp();
    assert.equal(await until(3), "ended");
    assert.equal(changes(), 0);
  });

  it("names a folder once for several waits, until the last one is over", async () => {
    const { awaited, clock, isClean } = setUp();
    const { signal } = new AbortController();
    const first = awaited.until(idOf(1), 1000, signal);
    const second = awaited.until(idOf(1), 2000, signal);
    assert.deepEqual(awaited.ids, [idOf(1)]);
    clock.advance(1000);
    assert.equal(await first, "timeUp");
    assert.deepEqual(awaited.ids, [idOf(1)]);
    clock.advance(1000);
    assert.equal(await second, "timeUp");
    assert.ok(isClean());
  });

  it("ends when the time is up, and not before", async () => {
    const { clock, awaited, until, isClean } = setUp();
    const wait = until(1);
    clock.advance(LIMIT - 1);
    await settle();
    assert.deepEqual(awaited.ids, [idOf(1)]);
    clock.advance(1);
    assert.equal(await wait, "timeUp");
    assert.ok(isClean());
  });

  it("ends when the folder is proved to be gone, and not before", async () => {
    const { store, clock, awaited, until, isClean } = setUp();
    const wait = until(1);
    store.current.applyNotFound(idOf(1));
    await settle();
    assert.deepEqual(awaited.ids, [idOf(1)]);
    clock.advance(10_000);
    store.current.applyNotFound(idOf(1));
    assert.equal(await wait, "gone");
    assert.ok(isClean());
  });

  it("ends with the failure when the folder cannot be read", async () => {
    const { health, awaited, until, isClean } = setUp();
    const error = new OzError("forbidden", "No.", { origin: "", status: 403 });
    const wait = until(1);
    health.failed(`folder ${idOf(2)}`, error, 1);
    await settle();
    assert.deepEqual(awaited.ids, [idOf(1)]);
    health.failed(`folder ${idOf(1)}`, error, 1);
    assert.deepEqual(await wait, { error, since: 1 });
    assert.ok(isClean());
  });

  it("ends when it is cancelled, with the reason", async () => {
    const { abort, until, isClean } = setUp();
    const wait = until(1);
    abort.abort(new Error("enough"));
    await assert.rejects(wait, { message: "enough" });
    assert.ok(isClean());
    await assert.rejects(until(1), { message: "enough" });
    assert.ok(isClean());
  });

  it("ends when the connection is left, for every folder", async () => {
    const { awaited, until, isClean } = setUp();
    const waits = [until(1), until(2)];
    awaited.leave();
    assert.deepEqual(await Promise.all(waits), ["left", "left"]);
    assert.ok(isClean());
  });
});
