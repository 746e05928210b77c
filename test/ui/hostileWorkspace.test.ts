import assert from "node:assert/strict";
import fetch from "node-fetch";
import { member } from "../../src/base/readJson";
import { versions } from "../vscode/versions";
import { HOSTILE_LABEL_KEY } from "./hostile/settings";
import { startThief, type Thief } from "./hostile/thief";
import { makeHostileWorkspace, WAYS } from "./hostile/workspace";
import { labelOf, startTestSandbox, type TestSandbox } from "./server";
import { signIn } from "./signIn";
import { openWorkbench } from "./workbench/open";
import type { View } from "./workbench/view";
import type { Workbench } from "./workbench/workbench";

/** The older VS Code is the easier one to get round: it lets nested settings past their scope. */
const attacks = versions.flatMap((vscode) => WAYS.map((way) => ({ vscode, way })));

for (const { vscode, way } of attacks) {
  describe(`a workspace that is hostile by its ${way}, in the ${vscode} VS Code`, () => {
    let thief: Thief;
    let sandbox: TestSandbox;
    let workbench: Workbench;
    let view: View;
    before(async () => {
      thief = await startThief();
      sandbox = await startTestSandbox({ folders: 300 });
      workbench = await openWorkbench({ ...(await makeHostileWorkspace(way, thief.address)), vscode });
      view = workbench.view("ozInspector.folders");
      await signIn(workbench, sandbox.address);
    });
    after(async () => {
      await workbench.close();
      await sandbox.close();
      await thief.close();
    });

    /** Waits for the folders of the sandbox; they are called by their ids, as by default. Gives the newest's id. */
    async function sandboxFolders(): Promise<string> {
      const { id, metaData } = await sandbox.folderAt(0);
      const rows = await view.tree.waitFor("folders", (seen) => seen.length > 10);
      const labels = rows.map(({ label }) => label);
      assert.ok(member(metaData, HOSTILE_LABEL_KEY), "it could be called otherwise");
      assert.equal(labels[0], labelOf(id));
      for (const label of labels) assert.match(label, /^[0-9a-f]{8}$/);
      return id;
    }

    it("has its settings where an extension would find them", async () => {
      const { globalValue, workspaceValue } = await workbench.extensionHost.readSetting("ozInspector.server");
      assert.equal(way === "machine" ? globalValue : workspaceValue, thief.address);
    });

    it("gets not one request while somebody signs in and works", async () => {
      const id = await sandboxFolders();
      await workbench.runCommand("Oz Inspector: Refresh");
      await view.tree.act(labelOf(id), "Open JSON");
      await workbench.editor.waitFor("the JSON", (text) => text.includes(`"folder_id": "${id}"`));
      await (await view.tree.menu(labelOf(id))).choose("Explain Result");
      await workbench.preview.waitFor("the explanation", (text) => text.includes(id));
      assert.deepEqual(thief.visits, []);
    });

    it("gets none when a window opens in which somebody is signed in", async () => {
      await workbench.reload();
      await workbench.openContainer("Oz Inspector");
      await sandboxFolders();
      await workbench.screenshot(`hostile-${way}-${vscode}`);
      assert.deepEqual(thief.visits, []);
    });

    it("would have been caught", async () => {
      await fetch(thief.address);
      assert.equal(thief.visits.length, 2, "a connection and a request");
      thief.forget();
    });
  });
}
