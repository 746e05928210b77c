import assert from "node:assert/strict";
import { FilteredFolders } from "../../../src/folders/filter/filteredFolders";
import type { WatchEnd } from "../../../src/folders/watch/watches";
import { startSandbox, type SandboxServer, type StartOptions } from "../../../src/sandbox/start";
import { newestFolders, sandboxClient } from "../../sandboxClient";
import { clientOf, closeServers, reply, serve } from "../oz/support";
import { TestClock } from "../testClock";
import { down, idOf } from "./build";
import { openFolders } from "./openFolders";

describe("the list of a real server", () => {
  const sandboxes: SandboxServer[] = [];
  afterEach(() => Promise.all([closeServers(), ...sandboxes.splice(0).map((sandbox) => sandbox.close())]));

  async function start(options: StartOptions) {
    const clock = new TestClock();
    const sandbox = await startSandbox({ clock, recordRequests: true, arrivalInterval: 0, ...options });
    sandboxes.push(sandbox);
    const client = sandboxClient(sandbox.address, clock);
    const folders = openFolders(client, clock);
    const removed: string[] = [];
    folders.store.onDidChange((changes) => removed.push(...changes.removed));
    const ends: WatchEnd[] = [];
    folders.watches.onDidEnd((end) => ends.push(...folders.watches.claim([end])));
    const truth = async (): Promise<string[]> => (await newestFolders(client)).map(({ id }) => id);
    const listed = (): string[] => folders.store.current.all.map(({ id }) => id);
    return { clock, sandbox, client, folders, removed, ends, truth, listed };
  }

  it("has every folder of a server with whole-second times, however many share a second", async () => {
    const { folders, clock, removed, listed, truth } = await start({
      folders: 5,
      wholeSeconds: true,
      arrivalInterval: 200,
    });
    clock.advance(20_000);
    await folders.reader.readNewest();
    clock.advance(30_000);
    for (let time = 0; time < 3; time++) await folders.reader.readChanges(() => false);
    while (folders.store.current.hasMore) {
      await folders.reader.readMore();
      await folders.reader.readNewest();
    }
    assert.deepEqual(removed, []);
    assert.ok(listed().length > 220);
    assert.deepEqual(new Set(listed()), new Set(await truth()));
  });

  it("ends where the server sends nothing more, though its total says so", async () => {
    const server = await serve(({ url }, response) => {
      const { searchParams } = new URL(url, "http://h");
      const [offset, limit] = ["offset", "limit"].map((name) => Number(searchParams.get(name)));
      const items = down(150, 1)
        .slice(offset, (offset ?? 0) + (limit ?? 0))
        .map((number) => ({ folder_id: idOf(number), time_created: number, analyses: [] }));
      reply(response, 200, { items, total_count: 170 });
    });
    const clock = new TestClock();
    const { store, reader } = openFolders(clientOf(server.address).client, clock);
    await reader.readNewest();
    await reader.readMore();
    assert.deepEqual([store.current.listedCount, store.current.hasMore], [150, true]);
    const before = server.seen.length;
    await reader.readMore();
    assert.deepEqual([store.current.listedCount, store.current.hasMore], [150, false]);
    assert.equal(server.seen.length - before, 2);
    await reader.readNewest();
    assert.equal(server.seen.length - before, 3, "it is not read again and again");
    assert.equal(store.current.hasMore, false);
  });

  it("shows by itself what was not shown when the list was read to its end", async () => {
    const rows = down(133, 1).map((number) => ({ folder_id: idOf(number), time_created: number }));
    const faults: readonly ((row: unknown) => unknown)[] = [() => rows[99], () => null];
    for (const fault of faults) {
      let isBroken = false;
      const server = await serve(({ url }, response) => {
        const query = new URL(url, "http://h").searchParams;
        const [offset = 0, limit = 0] = ["offset", "limit"].map((name) => Number(query.get(name)));
        const items = rows.slice(offset, offset + limit);
        reply(response, 200, {
          items: isBroken ? [...items.slice(0, 1), ...items.slice(1).map(fault)] : items,
          total_count: rows.length,
        });
      });
      const clock = new TestClock();
      const { store, reader } = openFolders(clientOf(server.address).client, clock);
      await reader.readNewest();
      isBroken = true;
      await reader.readMore();
      assert.deepEqual([store.current.listedCount, store.current.hasMore], [100, false]);
      isBroken = false;
      clock.advance(60_000);
      await reader.readNewest();
      assert.equal(store.current.listedCount, rows.length);
    }
  });

  it("has every folder after others were deleted while it was read page by page", async () => {
    const { folders, sandbox, listed, truth } = await start({ folders: 350 });
    await folders.reader.readNewest();
    for (let place = 0; folders.store.current.hasMore; place += 40) {
      const id = folders.store.current.all[place]?.id;
      if (id !== undefined) sandbox.remove(id);
      await folders.reader.readMore();
    }
    const found = new Set(listed());
    assert.deepEqual(
      (await truth()).filter((id) => !found.has(id)),
      [],
    );
  });

  it("notices by itself that older folders of a complete list were deleted", async () => {
    const { folders, sandbox, clock, listed, truth } = await start({ folders: 300 });
    await folders.reader.readNewest();
    while (folders.store.current.hasMore) await folders.reader.readMore();
    clock.advance(120_000);
    for (const place of [290, 210, 150]) sandbox.remove(listed()[place]!);
    await folders.reader.readNewest();
    assert.deepEqual(listed(), await truth());
  });

  it("has all running folders when many of them end between two pages of a search", async () => {
    const { folders, sandbox, clock, client } = await start({ folders: 600 });
    const all = await newestFolders(client);
    for (const { id } of all.slice(0, 220)) sandbox.analyseAgain(id);
    const running = new FilteredFolders(
      { statuses: ["PROCESSING"] },
      "",
      folders.store,
      folders.reader,
      clock.now(),
    );
    folders.filter.set(running);
    await running.searchMore();
    assert.ok(running.checkedCount < 220, "not all of them are read yet");
    for (const { id } of all.slice(20, 60)) sandbox.remove(id);
    do await running.searchMore();
    while (running.hasMore);
    const found = new Set(running.all.map(({ id }) => id));
    const missing = all.slice(60, 220).filter(({ id }) => !found.has(id));
    assert.equal(missing.length, 0);
  });

  it("tells no end of a watched folder that the list does not show, until its own request says twice that it is gone", async () => {
    const { folders, sandbox, clock, ends, listed } = await start({ folders: 50 });
    await folders.reader.readNewest();
    const [, watched = ""] = listed();
    folders.watches.start(watched);
    clock.advance(120_000);
    sandbox.remove(watched);
    await folders.reader.readNewest();
    await assert.rejects(folders.reader.readFolder(watched));
    assert.deepEqual([ends, listed().includes(watched)], [[], true]);
    clock.advance(10_000);
    await assert.rejects(folders.reader.readFolder(watched));
    assert.deepEqual(
      ends.map(({ id, reason }) => [id, reason]),
      [[watched, "removed"]],
    );
  });

  it("ends a search and a refresh on a server that ignores the offset", async () => {
    const rows = down(120, 1).map((number) => ({ folder_id: idOf(number), time_created: number }));
    const server = await serve(({ url }, response) => {
      const query = new URL(url, "http://h").searchParams;
      const total = query.has("total_omit") ? null : rows.length;
      reply(response, 200, { items: rows.slice(0, Number(query.get("limit"))), total_count: total });
    });
    const { client, clock } = clientOf(server.address);
    const folders = openFolders(client, clock);
    await folders.reader.readNewest();
    await folders.reader.readMore();
    const filter = { text: "no such text" };
    folders.filter.set(new FilteredFolders(filter, "", folders.store, folders.reader, clock.now()));
    await folders.filter.current?.searchMore();
    await folders.refresh();
    assert.ok(server.seen.length < 60, `${server.seen.length} requests`);
  });

  it("keeps to the number of folders that a server sends at most", async () => {
    const { folders, sandbox, listed, truth } = await start({ folders: 250, maxLimit: 40, capsLimit: true });
    await folders.reader.readNewest();
    while (folders.store.current.hasMore) await folders.reader.readMore();
    await folders.refresh();
    assert.deepEqual(listed(), await truth());
    const limits = sandbox.requests.flatMap(({ query }) => new URLSearchParams(query).get("limit") ?? []);
    assert.deepEqual(
      limits.slice(1).filter((limit) => Number(limit) > 40),
      [],
    );
  });
});
