import assert from "node:assert/strict";
import { FilteredFolders } from "../../../src/folders/filter/filteredFolders";
import type { FolderFilter } from "../../../src/folders/filter/folderFilter";
import { startSandbox, type SandboxServer, type StartOptions } from "../../../src/sandbox/start";
import { listMessage } from "../../../src/views/listMessage";
import { filterInWords } from "../../../src/views/text/filterInWords";
import { sandboxClient } from "../../sandboxClient";
import { openFolders } from "../folders/openFolders";
import { TestClock } from "../testClock";

describe("the message of a filtered list", () => {
  const clock = new TestClock();
  const sandboxes: SandboxServer[] = [];
  after(() => Promise.all(sandboxes.map((sandbox) => sandbox.close())));

  /** @returns the message after one search */
  async function messageFor(filter: FolderFilter, options: Partial<StartOptions> = {}): Promise<string> {
    const sandbox = await startSandbox({ clock, folders: 1000, ...options });
    sandboxes.push(sandbox);
    const client = sandboxClient(sandbox.address, clock);
    const folders = openFolders(client, clock);
    const list = new FilteredFolders(
      filter,
      filterInWords(filter),
      folders.store,
      folders.reader,
      clock.now(),
    );
    folders.filter.set(list);
    await list.searchMore();
    const message = listMessage(folders, clock.now(), { connection: "h", role: undefined }, false) ?? "";
    return message.replace(/^h · /, "").replace(/, back to [^.]*\./, ", back to then.");
  }

  const missing = { key: "no_such_key", value: "x" };

  it("says that the server did not filter if it could not be asked", async () => {
    for (const metaData of [
      { key: "no_such.key", value: "x" },
      { key: "123", value: "x" },
    ]) {
      assert.equal(
        await messageFor({ metaData: [metaData] }),
        `${metaData.key} == x: 0 matches in 400 folders checked, back to then. Not filtered by the server.`,
      );
    }
  });

  it("names the conditions that the server could not be asked for, if it was asked for others", async () => {
    const filter = { results: ["SUCCESS"], analyses: ["Nothing"], text: "no such text" } as const;
    const message = await messageFor(filter, { folders: 2000 });
    assert.match(message, /: 0 matches so far, back to then\. /);
    assert.match(message, / Not filtered by the server: with Nothing, “no such text”\.$/);
  });

  it("names those that the server has refused", async () => {
    const filter = { results: ["INITIAL"], metaData: [missing] } as const;
    const message = await messageFor(filter, { refusedFilters: ["meta_data"] });
    assert.match(message, /back to then\. Not filtered by the server\.$/);
  });

  it("says nothing of that if all could be asked, or if all folders were checked", async () => {
    assert.equal(await messageFor({ metaData: [missing] }), "no_such_key == x: no folders.");
    assert.equal(await messageFor({ text: "no such text" }, { folders: 50 }), "“no such text”: no folders.");
  });
});
