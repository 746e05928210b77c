import assert from "node:assert/strict";
import { inexpressible } from "../../../../src/folders/filter/serverFilters";
import type { Folders } from "../../../../src/folders/folders";
import { findByMetaData } from "../../../../src/folders/search/findByMetaData";
import { OzError } from "../../../../src/oz/http/ozError";
import { startSandbox, type SandboxServer, type StartOptions } from "../../../../src/sandbox/start";
import { sandboxClient } from "../../../sandboxClient";
import { TestClock } from "../../testClock";
import { openFolders } from "../openFolders";

const KEYS = ["transaction_id", "event_session_id"];

describe("findByMetaData and the sandbox", () => {
  let sandbox: SandboxServer;
  let folders: Folders;

  async function start(options: StartOptions = {}): Promise<void> {
    const clock = new TestClock();
    sandbox = await startSandbox({ folders: 1000, clock, recordRequests: true, ...options });
    folders = openFolders(sandboxClient(sandbox.address, clock), clock);
  }
  afterEach(() => sandbox.close());

  const find = (
    keys: readonly string[],
    value: string,
    cancel = new AbortController().signal,
  ): ReturnType<typeof findByMetaData> => findByMetaData(folders.reader, { keys, value }, cancel);

  it("finds the one folder of a transaction with a request for each key, and stores nothing", async () => {
    await start();
    const { matches } = await find(KEYS, "tx-000123");
    assert.deepEqual(
      matches.map(({ folder, keys }) => [
        (folder.metaData as { transaction_id: string }).transaction_id,
        keys,
      ]),
      [["tx-000123", ["transaction_id"]]],
    );
    const asked = sandbox.requests.filter(({ path }) => path === "/api/folders/");
    assert.deepEqual(
      asked.map(({ query }) => new URLSearchParams(query).get("meta_data")),
      ["transaction_id==tx-000123", "event_session_id==tx-000123"],
    );
    assert.equal(folders.store.current.all.length, 0);
  });

  it("finds each folder by every value in its metadata that Oz API can be asked for", async () => {
    await start({ folders: 60 });
    const { folders: all } = await folders.reader.readPage({ offset: 0, limit: 60 });
    let texts = 0;
    for (const { id, metaData = {} } of all) {
      for (const [key, value] of Object.entries(metaData)) {
        // A dot leads into objects.
        if (typeof value !== "string" || key.includes(".") || inexpressible({ key, value })) continue;
        texts++;
        const { matches } = await find([key], value);
        assert.ok(
          matches.some(({ folder }) => folder.id === id),
          `${key}: ${value}`,
        );
      }
    }
    assert.ok(texts > 100, String(texts));
  });

  it("searches the newest folders of a server that does not filter, and says how many", async () => {
    await start({ ignoredFilters: ["meta_data"] });
    const near = await find(["transaction_id"], "tx-000050");
    assert.deepEqual([near.matches.length, near.unfilteredCount], [1, 100]);
    const far = await find(["transaction_id"], "tx-000500");
    assert.deepEqual([far.matches.length, far.unfilteredCount], [0, 100]);
  });

  it("says that there are more than a page", async () => {
    await start({ folders: 60 });
    const few = await find(["example"], "success");
    assert.ok(few.matches.length > 0);
    assert.deepEqual(few.cut, []);
    await sandbox.close();
    await start();
    const { matches, cut } = await find(["example"], "success");
    assert.deepEqual([matches.length, cut], [100, [{ key: "example", count: 100 }]]);
  });

  it("ends at once when it is cancelled, and disturbs nobody who asks for the same", async () => {
    await start({ latency: 200 });
    const abort = new AbortController();
    const cancelled = find(KEYS, "tx-000123", abort.signal);
    const other = find(KEYS, "tx-000123");
    abort.abort(new OzError("cancelled", "Cancelled.", { origin: "" }));
    await assert.rejects(cancelled, { reason: "cancelled" });
    assert.equal((await other).matches.length, 1);
  });
});
