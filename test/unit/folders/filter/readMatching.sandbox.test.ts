import assert from "node:assert/strict";
import fc from "fast-check";
import type { FolderFilter } from "../../../../src/folders/filter/folderFilter";
import { readMatching, type ReadOptions } from "../../../../src/folders/filter/readMatching";
import { timeRangeOf } from "../../../../src/folders/filter/timeRange";
import type { Folders } from "../../../../src/folders/folders";
import { OzError } from "../../../../src/oz/http/ozError";
import { startSandbox, type SandboxServer, type StartOptions } from "../../../../src/sandbox/start";
import { newestFolders, sandboxClient } from "../../../sandboxClient";
import { TestClock } from "../../testClock";
import { openFolders } from "../openFolders";
import { filtersOver } from "./generate";
import { shouldMatch } from "./oracle";

const COUNT = 450;

describe("readMatching and the sandbox", () => {
  const clock = new TestClock();
  const sandboxes: SandboxServer[] = [];
  after(() => Promise.all(sandboxes.map((sandbox) => sandbox.close())));

  async function start(options: StartOptions = {}) {
    const sandbox = await startSandbox({ clock, recordRequests: true, folders: COUNT, ...options });
    sandboxes.push(sandbox);
    const client = sandboxClient(sandbox.address, clock);
    const all = await newestFolders(client);
    return { sandbox, folders: openFolders(client, clock), all: all.map(({ json }) => json) };
  }

  /** @returns how many pages were asked for since the sandbox had received so many requests */
  const pagesSince = ({ requests }: SandboxServer, before: number): number =>
    requests.slice(before).filter(({ path }) => path === "/api/folders/").length;

  const read = (
    folders: Folders,
    filter: FolderFilter,
    more: Partial<ReadOptions<string>> = {},
  ): ReturnType<typeof readMatching<string>> =>
    readMatching(folders, filter, {
      clock,
      take: ({ id }) => id,
      cancel: new AbortController().signal,
      ...more,
    });

  const ALL = ["system_resolution", "resolution_status", "meta_data", "time_created"];
  for (const [name, options] of Object.entries<StartOptions>({
    "that filters": {},
    "that does not filter": { ignoredFilters: ALL },
    "that refuses filters": { refusedFilters: ALL },
  })) {
    it(`reads every matching folder of a server ${name}, newest first, and stores none`, async () => {
      const { folders, all } = await start(options);
      let stored = 0;
      folders.store.onDidChange(() => stored++);
      let matching = 0;
      await fc.assert(
        fc.asyncProperty(filtersOver(all, clock.now()), async (filter) => {
          const found = await read(folders, filter);
          const range = timeRangeOf(filter.created, clock.now());
          const wanted = all.filter((json) => shouldMatch(filter, range, json)).map((json) => json.folder_id);
          assert.deepEqual(found.items, wanted);
          assert.deepEqual(
            [found.matches, found.reachedEnd, found.hasUnreadable],
            [wanted.length, true, false],
          );
          matching += wanted.length;
        }),
        { numRuns: 20 },
      );
      assert.ok(matching > 50, `only ${matching} folders match`);
      assert.deepEqual([stored, folders.store.current.all], [0, []]);
    });
  }

  it("reads the whole list without a filter, and says after each page how far it is", async () => {
    const { folders, all } = await start();
    const steps: number[][] = [];
    const found = await read(
      folders,
      {},
      { onProgress: ({ checked, total = -1 }) => steps.push([checked, total]) },
    );
    assert.deepEqual(
      found.items,
      all.map((json) => json.folder_id),
    );
    assert.deepEqual(
      steps,
      [100, 200, 300, 400, 450].map((checked) => [checked, COUNT]),
    );
    assert.equal(found.checkedBackTo, Number(all.at(-1)!.time_created) * 1000);
  });

  it("says which conditions the server was not asked for", async () => {
    const { folders } = await start({ refusedFilters: ["meta_data"] });
    const metaData = [{ key: "transaction_id", value: "tx-000123" }];
    const found = await read(folders, { metaData, text: "tx" });
    assert.deepEqual([found.checked, found.matches], [COUNT, 1]);
    assert.deepEqual(found.unasked.metaData, metaData);
    assert.equal(found.unasked.text, "tx");
  });

  it("ends as soon as enough folders match, and does not say that it read all", async () => {
    const { sandbox, folders, all } = await start();
    const before = sandbox.requests.length;
    const found = await read(folders, {}, { maxMatches: 20 });
    assert.deepEqual(
      found.items,
      all.slice(0, 20).map((json) => json.folder_id),
    );
    assert.deepEqual([found.matches, found.checked, found.reachedEnd], [20, 100, false]);
    assert.equal(pagesSince(sandbox, before), 1);
  });

  for (const filter of [{}, { text: "tx" }]) {
    it(`reads no further page once cancelled, ${JSON.stringify(filter)}, and rejects with the reason`, async () => {
      const { sandbox, folders } = await start();
      const abort = new AbortController();
      const reason = new OzError("cancelled", "Enough.", { origin: "" });
      const before = sandbox.requests.length;
      const reading = read(folders, filter, {
        cancel: abort.signal,
        onProgress: () => abort.abort(reason),
      });
      await assert.rejects(reading, reason);
      assert.equal(pagesSince(sandbox, before), 1);
    });
  }

  it("rejects when another connection is shown meanwhile, and asks it for nothing", async () => {
    const { sandbox, folders } = await start();
    const before = sandbox.requests.length;
    const switchAway = (): void =>
      folders.show({ shown: "there", signedIn: ["here", "there"], known: ["here", "there"] });
    await assert.rejects(read(folders, {}, { onProgress: switchAway }), { reason: "cancelled" });
    assert.equal(pagesSince(sandbox, before), 1);
  });

  it("rejects if the server cannot be read at all, without asking again", async () => {
    const { sandbox, folders } = await start();
    await sandbox.close();
    await assert.rejects(read(folders, {}), { reason: "refused" });
  });
});
