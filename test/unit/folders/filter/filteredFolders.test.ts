import assert from "node:assert/strict";
import fc from "fast-check";
import { FilteredFolders } from "../../../../src/folders/filter/filteredFolders";
import type { FolderFilter } from "../../../../src/folders/filter/folderFilter";
import { timeRangeOf } from "../../../../src/folders/filter/timeRange";
import type { Folders } from "../../../../src/folders/folders";
import { startSandbox, type SandboxServer, type StartOptions } from "../../../../src/sandbox/start";
import { newestFolders, sandboxClient } from "../../../sandboxClient";
import { TestClock } from "../../testClock";
import { openFolders } from "../openFolders";
import { filtersOver } from "./generate";
import { shouldMatch } from "./oracle";

type Json = Readonly<Record<string, unknown>>;
/** Servers that treat the filter parameters differently. */
const SERVERS: Readonly<Record<string, Partial<StartOptions>>> = {
  "that applies all parameters": {},
  "with exact times": { timeFilters: "exact" },
  "that ignores all parameters": {
    ignoredFilters: ["system_resolution", "resolution_status", "meta_data", "time_created"],
  },
  "that ignores results and metadata": { ignoredFilters: ["system_resolution", "meta_data"] },
  "that refuses results and statuses": { refusedFilters: ["system_resolution", "resolution_status"] },
  "that refuses metadata and ignores times": {
    refusedFilters: ["meta_data"],
    ignoredFilters: ["time_created"],
  },
  "that refuses all parameters": {
    refusedFilters: ["system_resolution", "resolution_status", "meta_data", "time_created"],
  },
};

describe("FilteredFolders", () => {
  const clock = new TestClock();
  const sandboxes: SandboxServer[] = [];
  after(() => Promise.all(sandboxes.map((sandbox) => sandbox.close())));

  async function start(
    options: StartOptions,
  ): Promise<{ sandbox: SandboxServer; folders: Folders; all: Json[] }> {
    const sandbox = await startSandbox({ clock, recordRequests: true, ...options });
    sandboxes.push(sandbox);
    const client = sandboxClient(sandbox.address, clock);
    const folders = openFolders(client, clock);
    const all = await newestFolders(client);
    return { sandbox, folders, all: all.map(({ json }) => json) };
  }

  function filtered(folders: Folders, filter: FolderFilter): FilteredFolders {
    const list = new FilteredFolders(filter, "", folders.store, folders.reader, clock.now());
    folders.filter.set(list);
    return list;
  }

  const idsOf = (list: FilteredFolders): string[] => list.all.map(({ id }) => id);

  for (const [name, options] of Object.entries(SERVERS)) {
    it(`finds the matching folders of a server ${name}`, async () => {
      const { folders, all } = await start({ folders: 220, ...options });
      let matching = 0;
      await fc.assert(
        fc.asyncProperty(filtersOver(all, clock.now()), async (filter) => {
          const list = filtered(folders, filter);
          do await list.searchMore();
          while (list.hasMore);
          const range = timeRangeOf(filter.created, clock.now());
          const wanted = all.filter((json) => shouldMatch(filter, range, json)).map((json) => json.folder_id);
          assert.deepEqual(idsOf(list), wanted);
          matching += wanted.length;
        }),
        { numRuns: 20 },
      );
      assert.ok(matching > 100, `only ${matching} folders match`);
    });
  }

  /** @returns the number of requests that the work sends */
  async function asked(sandbox: SandboxServer, work: Promise<unknown>): Promise<number> {
    const before = sandbox.requests.length;
    await work;
    return sandbox.requests.length - before;
  }

  it("says how far it has searched if the server does not filter, and continues from there", async () => {
    const ignoredFilters = ["meta_data"];
    const { sandbox, folders, all } = await start({ folders: 1000, ignoredFilters });
    const text = (place: number): string =>
      (all[place]!.meta_data as { transaction_id: string }).transaction_id.toUpperCase();
    const list = filtered(folders, { text: text(399) });
    assert.equal(list.loaded, false);
    assert.equal(await asked(sandbox, list.searchMore()), 4);
    assert.deepEqual([list.loaded, list.checkedCount, list.gapIndex, list.hasMore], [true, 400, 1, true]);
    assert.equal(list.checkedBackTo, Number(all[399]!.time_created) * 1000);
    const other = filtered(folders, { text: text(850) });
    await other.searchMore();
    assert.deepEqual([other.all.length, other.checkedCount], [0, 400]);
    await other.searchMore();
    assert.deepEqual([other.all.length, other.checkedCount], [0, 800]);
    await other.searchMore();
    assert.deepEqual([idsOf(other), other.checkedCount, other.hasMore], [[all[850]!.folder_id], 1000, false]);
  });

  it("shows matches that are known without a search, and reads those that are not loaded one by one", async () => {
    const { sandbox, folders, all } = await start({ folders: 300 });
    await folders.reader.readNewest();
    const ids = [0, 1, 150, 299].map((index) => String(all[index]!.folder_id));
    const known = new FilteredFolders({ text: "0" }, "", folders.store, folders.reader, clock.now());
    folders.filter.set(known);
    assert.equal(await asked(sandbox, known.showKnown(ids)), 2);
    assert.deepEqual([known.loaded, known.knownCount, known.hasMore], [true, 4, true]);
    assert.equal(known.gapIndex, known.all.length);
    for (const id of ids) assert.equal(folders.store.current.get(id)?.id, id);
    await known.searchMore();
    assert.equal(known.knownCount, undefined);
    folders.filter.set(undefined);
    assert.deepEqual(
      ids.map((id) => folders.store.current.get(id) !== undefined),
      [true, true, false, false],
    );
  });

  it("needs no search if all folders of the server are loaded", async () => {
    const { sandbox, folders, all } = await start({ folders: 60 });
    await folders.reader.readNewest();
    const list = filtered(folders, { results: ["DECLINED"] });
    const wanted = all.filter((json) => shouldMatch({ results: ["DECLINED"] }, {}, json));
    const ids = wanted.map((json) => String(json.folder_id));
    assert.equal(await asked(sandbox, list.showKnown(ids)), 0);
    assert.deepEqual([list.hasMore, list.knownCount, idsOf(list)], [false, undefined, ids]);
  });

  it("stops at the start of the period if the server does not", async () => {
    const { sandbox, folders, all } = await start({ folders: 1000, ignoredFilters: ["time_created"] });
    const from = Number(all[149]!.time_created) * 1000;
    const list = filtered(folders, { created: { from } });
    assert.equal(await asked(sandbox, list.searchMore()), 1);
    assert.equal(await asked(sandbox, list.searchMore()), 1);
    assert.deepEqual([list.all.length, list.hasMore], [150, false]);
  });

  it("needs one request if the server filters", async () => {
    const { sandbox, folders, all } = await start({ folders: 10_000 });
    const value = (all[4321]!.meta_data as { transaction_id: string }).transaction_id;
    const list = filtered(folders, { metaData: [{ key: "transaction_id", value }] });
    assert.equal(await asked(sandbox, list.searchMore()), 1);
    assert.deepEqual([idsOf(list), list.hasMore], [[all[4321]!.folder_id], false]);
  });

  it("compares numbers by their value although the server compares their texts", async () => {
    const { folders, all } = await start({ folders: 220 });
    for (const [key, value, number] of [
      ["amount", "100.00", 100],
      ["amount", "1E+2", 100],
      ["tiny", "0.00000010", 1e-7],
    ] as const) {
      const list = filtered(folders, { metaData: [{ key, value }] });
      do await list.searchMore();
      while (list.hasMore);
      const wanted = all.filter(({ meta_data: metaData }) => (metaData as Json | null)?.[key] === number);
      assert.ok(wanted.length > 0);
      assert.deepEqual(
        idsOf(list),
        wanted.map((json) => json.folder_id),
      );
    }
  });

  it("follows polled changes: adds folders that match now, however deep, and drops others", async () => {
    const { sandbox, folders, all } = await start({ folders: 600 });
    await folders.reader.readNewest();
    const list = filtered(folders, { results: ["DECLINED"] });
    do await list.searchMore();
    while (list.hasMore);
    const before = idsOf(list);
    const out = before[0]!;
    const isOther = ({ folder_id: id }: Json): boolean => !before.includes(String(id));
    const [near, deep] = [all.find(isOther)!, all.slice(300).find(isOther)!].map((json) =>
      String(json.folder_id),
    );
    let fired = 0;
    list.onDidChange(() => fired++);
    clock.advance(60_000);
    sandbox.analyseAgain(out, "SUCCESS");
    for (const id of [near!, deep!]) sandbox.analyseAgain(id, "DECLINED");
    clock.advance(60_000);
    await folders.reader.readChanges(() => false);
    const now = idsOf(list);
    assert.ok(fired > 0);
    assert.deepEqual(new Set(now), new Set([...before.filter((id) => id !== out), near, deep]));
  });

  it("drops removed folders when searched again", async () => {
    const { sandbox, folders } = await start({ folders: 300 });
    const list = filtered(folders, { results: ["DECLINED"] });
    do await list.searchMore();
    while (list.hasMore);
    const [first = "", ...rest] = idsOf(list);
    sandbox.remove(first);
    await list.searchAgain();
    clock.advance(10_000);
    await list.searchAgain();
    assert.deepEqual(idsOf(list), rest);
  });

  it("leaves only folders that are needed elsewhere when the filter is cleared", async () => {
    const { folders, all } = await start({ folders: 600 });
    await folders.reader.readNewest();
    const before = folders.store.current.all.map(({ id }) => id);
    const list = filtered(folders, { results: ["DECLINED"] });
    do await list.searchMore();
    while (list.hasMore);
    const watched = idsOf(list).at(-1)!;
    assert.ok(all.findIndex(({ folder_id: id }) => id === watched) > 100, "it is not on the first page");
    folders.watches.start(watched);
    folders.filter.set(undefined);
    assert.deepEqual(
      folders.store.current.all.map(({ id }) => id),
      [...before, watched],
    );
    assert.equal(folders.filter.current, undefined);
  });

  it("keeps all matching folders when the store is trimmed", async () => {
    const { folders } = await start({ folders: 800 });
    await folders.reader.readNewest();
    for (let page = 0; page < 7; page++) await folders.reader.readMore();
    const list = filtered(folders, { results: ["DECLINED"] });
    do await list.searchMore();
    while (list.hasMore);
    const before = idsOf(list);
    folders.needed.trim([]);
    assert.ok(folders.store.current.all.length < 800, "others were forgotten");
    assert.deepEqual(idsOf(list), before);
  });

  it("is cleared when another connection is shown", async () => {
    const { folders } = await start({ folders: 10 });
    filtered(folders, { text: "x" });
    folders.show({ shown: "there", signedIn: ["here", "there"], known: ["here", "there"] });
    assert.equal(folders.filter.current, undefined);
  });

  it("keeps what it has found when a search fails, and can continue", async () => {
    const { sandbox, folders } = await start({ folders: 1000, ignoredFilters: ["system_resolution"] });
    const list = filtered(folders, { results: ["DECLINED"] });
    await list.searchMore();
    const before = idsOf(list);
    assert.ok(before.length > 0);
    await sandbox.close();
    await assert.rejects(list.searchMore(), { name: "OzError" });
    await assert.rejects(list.searchAgain(), { name: "OzError" });
    assert.deepEqual([idsOf(list), list.hasMore], [before, true]);
  });
});
