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

/** Both versions: the older VS Code lets nested settings bypass their scope. */
const attacks = versions.flatMap((vscode) => WAYS.map((way) => ({ vscode, way })));

for (const { vscode, way } of attacks) {
  describe(`a hostile workspace (settings from ${way}, ${vscode} VS Code)`, () => {
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

    /** Waits for the sandbox's folders, labelled by ID as by default; returns the newest ID. */
    async function sandboxFolders(): Promise<string> {
      const { id, metaData } = await sandbox.folderAt(0);
      const rows = await view.tree.waitFor("folders", (seen) => seen.length > 10);
      const labels = rows.map(({ label }) => label);
      assert.ok(member(metaData, HOSTILE_LABEL_KEY), "the hostile label key would apply");
      assert.equal(labels[0], labelOf(id));
      for (const label of labels) assert.match(label, /^[0-9a-f]{8}$/);
      return id;
    }

    it("has settings that extensions can read", async () => {
      const { globalValue, workspaceValue } = await workbench.extensionHost.readSetting("ozInspector.server");
      assert.equal(way === "machine" ? globalValue : workspaceValue, thief.address);
    });

    it("causes no request to the attacker while the user signs in and works", async () => {
      const id = await sandboxFolders();
      await workbench.runCommand("Oz Inspector: Refresh");
      await view.tree.act(labelOf(id), "Open JSON");
      await workbench.editor.waitFor("the JSON", (text) => text.includes(`"folder_id": "${id}"`));
      await (await view.tree.menu(labelOf(id))).choose("Explain Result");
      await workbench.preview.waitFor("the explanation", (text) => text.includes(id));
      assert.deepEqual(thief.visits, []);
    });

    it("does not choose the metadata by which values are looked up", async () => {
      await view.pressTitle("Look Up Folder or Analysis…");
      await workbench.quickInput.waitFor("the picker", ({ placeholder }) => placeholder.startsWith("ID, or"));
      await workbench.quickInput.type("no such value");
      await workbench.quickInput.waitForPicks("the keys of the user", (picks) =>
        picks.some(({ label }) => label === "Look up as transaction_id, event_session_id"),
      );
      await workbench.quickInput.cancel();
    });

    it("causes no request when a signed-in window reloads", async () => {
      await workbench.reload();
      await workbench.openContainer("Oz Inspector");
      await sandboxFolders();
      await workbench.screenshot(`hostile-${way}-${vscode}`);
      assert.deepEqual(thief.visits, []);
    });

    it("would be caught if it caused one", async () => {
      await fetch(thief.address);
      assert.equal(thief.visits.length, 2, "a connection and a request");
      thief.forget();
    });
  });
}
