import assert from "node:assert/strict";
import fc from "fast-check";
import { FilteredFolders } from "../../../../src/folders/filter/filteredFolders";
import type { FolderFilter } from "../../../../src/folders/filter/folderFilter";
import { timeRangeOf } from "../../../../src/folders/filter/timeRange";
import { Folders } from "../../../../src/folders/folders";
import { startSandbox, type SandboxServer, type StartOptions } from "../../../../src/sandbox/start";
import { newestFolders, sandboxClient } from "../../../sandboxClient";
import { TestMemory } from "../../connections/stores";
import { TestClock } from "../../testClock";
import { filterOf } from "./generate";
import { letsThrough } from "./oracle";

type Json = Readonly<Record<string, unknown>>;
const keys = { shown: "here", signedIn: ["here"], known: ["here"] };

/** What servers of several versions make of parameters. */
const SERVERS: Readonly<Record<string, Partial<StartOptions>>> = {
  "that filters by all it is asked for": {},
  "with exact times": { timeFilters: "exact" },
  "that knows no filter": {
    ignoredFilters: ["system_resolution", "resolution_status", "meta_data", "time_created"],
  },
  "that knows no result and no metadata": { ignoredFilters: ["system_resolution", "meta_data"] },
  "that refuses words": { refusedFilters: ["system_resolution", "resolution_status"] },
  "that refuses metadata and ignores times": {
    refusedFilters: ["meta_data"],
    ignoredFilters: ["time_created"],
  },
  "that refuses all": {
    refusedFilters: ["system_resolution", "resolution_status", "meta_data", "time_created"],
  },
};

describe("filtered folders", () => {
  const clock = new TestClock();
  const sandboxes: SandboxServer[] = [];
  after(() => Promise.all(sandboxes.map((sandbox) => sandbox.close())));

  async function start(
    options: StartOptions,
  ): Promise<{ sandbox: SandboxServer; folders: Folders; all: Json[] }> {
    const sandbox = await startSandbox({ clock, recordRequests: true, ...options });
    sandboxes.push(sandbox);
    const client = sandboxClient(sandbox.address, clock);
    const folders = new Folders(() => Promise.resolve(client), new TestMemory(), clock);
    folders.show(keys);
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
    it(`of a server ${name} are those that should be let through`, async () => {
      const { folders, all } = await start({ folders: 220, ...options });
      let through = 0;
      await fc.assert(
        fc.asyncProperty(filtersOver(all, clock.now()), async (filter) => {
          const list = filtered(folders, filter);
          do await list.searchMore();
          while (list.hasMore);
          const span = timeRangeOf(filter.created, clock.now());
          const wanted = all.filter((json) => letsThrough(filter, span, json)).map((json) => json.folder_id);
          assert.deepEqual(idsOf(list), wanted);
          through += wanted.length;
        }),
        { numRuns: 20 },
      );
      assert.ok(through > 100, `only ${through} were let through`);
    });
  }

  /** How many requests the work made. */
  async function asked(sandbox: SandboxServer, work: Promise<unknown>): Promise<number> {
    const before = sandbox.requests.length;
    await work;
    return sandbox.requests.length - before;
  }

  it("tell how far was looked where the server does not filter, and go on from there", async () => {
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

  it("end where the time ends, though the server does not", async () => {
    const { sandbox, folders, all } = await start({ folders: 1000, ignoredFilters: ["time_created"] });
    const from = Number(all[149]!.time_created) * 1000;
    const list = filtered(folders, { created: { from } });
    assert.equal(await asked(sandbox, list.searchMore()), 1);
    assert.equal(await asked(sandbox, list.searchMore()), 1);
    assert.deepEqual([list.all.length, list.hasMore], [150, false]);
  });

  it("take one request where the server filters", async () => {
    const { sandbox, folders, all } = await start({ folders: 10_000 });
    const value = (all[4321]!.meta_data as { transaction_id: string }).transaction_id;
    const list = filtered(folders, { metaData: [{ key: "transaction_id", value }] });
    assert.equal(await asked(sandbox, list.searchMore()), 1);
    assert.deepEqual([idsOf(list), list.hasMore], [[all[4321]!.folder_id], false]);
  });

  it("change with what the poller brings: one comes in, one goes out, one that lies deep is found", async () => {
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

  it("lose what is gone from the server when they are read again", async () => {
    const { sandbox, folders } = await start({ folders: 300 });
    const list = filtered(folders, { results: ["DECLINED"] });
    do await list.searchMore();
    while (list.hasMore);
    const [first = "", ...rest] = idsOf(list);
    sandbox.remove(first);
    await list.searchAgain();
    assert.deepEqual(idsOf(list), rest);
  });

  it("leave nothing behind that nobody wants when the filter is cleared", async () => {
    const { folders, all } = await start({ folders: 600 });
    await folders.reader.readNewest();
    const before = folders.store.current.all.map(({ id }) => id);
    const list = filtered(folders, { results: ["DECLINED"] });
    do await list.searchMore();
    while (list.hasMore);
    const watched = idsOf(list).at(-1)!;
    assert.ok(all.findIndex(({ folder_id: id }) => id === watched) > 100, "it lies behind the first page");
    folders.watches.start(watched);
    folders.filter.set(undefined);
    assert.deepEqual(
      folders.store.current.all.map(({ id }) => id),
      [...before, watched],
    );
    assert.equal(folders.filter.current, undefined);
  });

  it("stay whole while nobody looks at the list", async () => {
    const { folders } = await start({ folders: 800 });
    await folders.reader.readNewest();
    for (let page = 0; page < 7; page++) await folders.reader.readMore();
    const list = filtered(folders, { results: ["DECLINED"] });
    do await list.searchMore();
    while (list.hasMore);
    const before = idsOf(list);
    folders.needed.trim([]);
    assert.ok(folders.store.current.all.length < 800, "others went");
    assert.deepEqual(idsOf(list), before);
  });

  it("go with their connection", async () => {
    const { folders } = await start({ folders: 10 });
    filtered(folders, { text: "x" });
    folders.show({ shown: "there", signedIn: ["here", "there"], known: ["here", "there"] });
    assert.equal(folders.filter.current, undefined);
  });

  it("keep what was found when a look fails, and go on later", async () => {
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

/** Filters that ask for what is there. */
function filtersOver(all: readonly Json[], now: number): fc.Arbitrary<FolderFilter> {
  const metaData = all.flatMap((json) => Object.entries((json.meta_data ?? {}) as Json));
  const texts = metaData.filter((entry): entry is [string, string] => typeof entry[1] === "string");
  const conditions = fc.oneof(
    fc.constantFrom(...texts).map(([key, value]) => ({ key, value })),
    fc.constantFrom(
      { key: "person_info.first_name", value: "Ada" },
      { key: "list.3.six", value: "6" },
      { key: "integer", value: "42" },
      { key: "nothing", value: "null" },
    ),
  );
  const pieces = fc.constantFrom(...texts).map(([, value]) => value.slice(1, 6));
  const at = fc.integer({ min: now - 40 * 86_400_000, max: now });
  const created = fc.oneof(
    fc.record({ from: at }),
    fc.record({ to: at }),
    fc.constantFrom({ since: "week" as const }, { since: "yesterday" as const }),
    fc.constant(undefined),
  );
  return fc
    .tuple(filterOf(conditions, pieces), created)
    .map(([filter, period]) => ({ ...filter, created: period }));
}
