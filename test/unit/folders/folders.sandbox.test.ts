import assert from "node:assert/strict";
import { FilteredFolders } from "../../../src/folders/filter/filteredFolders";
import type { Folders } from "../../../src/folders/folders";
import { findLoaded } from "../../../src/folders/search/findLoaded";
import type { FolderChanges } from "../../../src/folders/store/connectionFolders";
import type { OzClient } from "../../../src/oz/api/client";
import { startSandbox, type SandboxServer } from "../../../src/sandbox/start";
import { sandboxClient } from "../../sandboxClient";
import { TestClock } from "../testClock";
import { idOf } from "./build";
import { openFolders } from "./openFolders";

describe("Folders of a server that has 10,000", () => {
  let clock: TestClock;
  let sandbox: SandboxServer;
  let folders: Folders;
  let client: OzClient;
  const seen: FolderChanges[] = [];
  const noneWanted = (): boolean => false;

  beforeEach(async () => {
    clock = new TestClock();
    sandbox = await startSandbox({ folders: 10_000, clock, recordRequests: true });
    client = sandboxClient(sandbox.address, clock);
    folders = openFolders(client, clock);
    await folders.reader.readNewest();
    for (let page = 0; page < 4; page++) await folders.reader.readMore();
    seen.length = 0;
    folders.store.onDidChange((change) => seen.push(change));
  });
  afterEach(() => sandbox.close());

  /** @returns the paths that the work requests */
  async function asked(work: Promise<unknown>): Promise<readonly string[]> {
    const before = sandbox.requests.length;
    await work;
    return sandbox.requests.slice(before).map(({ path }) => path);
  }

  it("learns of a change with one request, and announces only that folder", async () => {
    const { id } = folders.store.current.all[321]!;
    clock.advance(60_000);
    sandbox.analyseAgain(id, "DECLINED");
    for (const status of ["PROCESSING", "DECLINED"]) {
      assert.deepEqual(await asked(folders.reader.readChanges(noneWanted)), ["/api/folders/"]);
      assert.deepEqual(seen.splice(0), [{ added: [], changed: [id], removed: [], gone: [], list: false }]);
      assert.equal(folders.store.current.get(id)?.resolution.result, status);
      clock.advance(10_000);
    }
    await folders.reader.readChanges(noneWanted);
    assert.deepEqual(seen, [], "nothing else has changed");
  });

  it("learns of changes anywhere in the list, but only of loaded and wanted folders", async () => {
    const loaded = [7, 150, 499].map((index) => folders.store.current.all[index]!.id);
    const page = await client.listFolders({ offset: 9000, limit: 2 });
    const [wanted = "", other = ""] = page.folders.map(({ id }) => id);
    clock.advance(60_000);
    for (const id of [...loaded, wanted, other]) sandbox.analyseAgain(id);
    await folders.reader.readChanges((id) => id === wanted);
    const [change] = seen;
    assert.deepEqual([...(change?.changed ?? [])].sort(), [...loaded].sort());
    assert.deepEqual([change?.added, seen.length], [[wanted], 1]);
    assert.equal(folders.store.current.get(other), undefined);
  });

  it("refreshes the list and the filtered folders, and fires before it requests anything", async () => {
    const { store, reader } = folders;
    const filtered = new FilteredFolders({ text: idOf(1) }, "", store, reader, clock.now());
    await filtered.searchMore();
    folders.filter.set(filtered);
    const before = sandbox.requests.length;
    const askedBefore: number[] = [];
    folders.onDidStartRefresh(() => askedBefore.push(sandbox.requests.length - before));
    const paths = await asked(folders.refresh());
    assert.deepEqual(askedBefore, [0]);
    assert.equal(
      paths.length,
      3 + 4,
      "3 requests for 500 rows of the list, 4 for 400 that the filter has checked",
    );
  });

  it("notices that a folder was removed when the list itself is read", async () => {
    const { id } = folders.store.current.all[3]!;
    sandbox.remove(id);
    clock.advance(60_000);
    await folders.reader.readNewest();
    assert.deepEqual(seen.at(-1)?.removed, [id]);
    assert.equal(folders.store.current.totalCount, 9999);
  });

  it("finds the folder of an analysis and loads it", async () => {
    const page = await client.listFolders({ offset: 9000, limit: 1 });
    const { id, resolution } = page.folders[0]!;
    const analysisId = resolution.groups[0]!.analyses[0]!.id!;
    const paths = await asked(folders.reader.findFolder(analysisId));
    assert.deepEqual(paths, [
      `/api/folders/${analysisId}`,
      `/api/analyses/${analysisId}`,
      `/api/folders/${id}`,
    ]);
    assert.deepEqual(findLoaded(folders.store, analysisId)?.folder.id, id);
  });

  it("reports no failure of the server and no change for an unknown ID", async () => {
    const id = "7e7e7e7e-0000-4000-8000-000000000001";
    await assert.rejects(folders.reader.findFolder(id), { reason: "notFound" });
    assert.equal(folders.health.failure, undefined);
    assert.deepEqual(seen, []);
  });
});
