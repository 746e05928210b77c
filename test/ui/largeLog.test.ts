import assert from "node:assert/strict";
import path from "node:path";
import { writeLargeLog } from "../largeLog";
import { makeTemporary, removeTemporary } from "../vscode/temporary";
import { startTestSandbox, type TestSandbox } from "./server";
import { signIn } from "./signIn";
import { openWorkbench } from "./workbench/open";
import type { Workbench } from "./workbench/workbench";

describe("a log of 50 MB with 100,000 ids", () => {
  let sandbox: TestSandbox;
  let folder: string;
  let ids: readonly string[];
  let workbench: Workbench;

  before(async () => {
    sandbox = await startTestSandbox({ folders: 300, recordRequests: true });
    folder = await makeTemporary();
    ids = await writeLargeLog(path.join(folder, "large.log"), [await sandbox.idAt(2)]);
    workbench = await openWorkbench({
      folder,
      settings: { "workbench.editorLargeFileConfirmation": 1024, "editor.minimap.enabled": false },
    });
    await signIn(workbench, sandbox.address);
    const { tree } = workbench.view("ozInspector.folders");
    await tree.waitFor("folders", (rows) => rows.length > 10);
  });
  after(async () => {
    await workbench.close();
    await sandbox.close();
    await removeTemporary(folder);
  });

  it("sends nothing, opened, scrolled and hovered, but what the list asks anyway", async () => {
    const before = sandbox.requests.length;
    await workbench.openFile("large.log");
    await workbench.editor.waitFor("its lines", (text) => text.includes(ids[1]!));
    assert.match(await workbench.editor.hoverAt(ids[0]!), /Reveal · Explain/, "extensions see the document");
    for (let page = 0; page < 3; page++) {
      for (const id of ids.slice(page * 20 + 3, page * 20 + 5))
        assert.match(await workbench.editor.hoverAt(id), /^Look up in /);
      await workbench.editor.scrollToLine(page * 20 + 21);
    }
    await workbench.screenshot("large-log");
    const asked = sandbox.requests.slice(before).map((request) => request.path);
    assert.deepEqual(
      asked.filter((one) => one !== "/api/folders/"),
      [],
    );
  });
});
