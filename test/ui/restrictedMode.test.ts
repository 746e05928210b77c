import assert from "node:assert/strict";
import { labelOf, startTestSandbox, type TestSandbox } from "./server";
import { signIn } from "./signIn";
import { ExtensionsView } from "./workbench/extensionsView";
import { openWorkbench } from "./workbench/open";
import type { Workbench } from "./workbench/workbench";

describe("Restricted Mode", () => {
  let sandbox: TestSandbox;
  let workbench: Workbench;
  before(async () => {
    sandbox = await startTestSandbox({ folders: 300 });
    workbench = await openWorkbench({
      workspaceTrust: true,
      // Opens in Restricted Mode without asking first.
      settings: { "security.workspace.trust.startupPrompt": "never" },
      // Tall enough to show the whole list of extensions.
      size: { width: 1280, height: 1400 },
    });
  });
  after(async () => {
    await workbench.close();
    await sandbox.close();
  });

  it("is on", async () => {
    await workbench.statusBar.waitFor("Restricted Mode");
  });

  it("lets the user sign in, see folders and open one", async () => {
    await signIn(workbench, sandbox.address);
    const id = await sandbox.idAt(0);
    const { tree } = workbench.view("ozInspector.folders");
    await tree.waitFor("folders", ([first]) => first?.label === labelOf(id));
    await tree.act(labelOf(id), "Open JSON");
    await workbench.editor.waitFor("the JSON", (text) => text.includes(`"folder_id": "${id}"`));
    await workbench.screenshot("restricted-mode");
  });

  it("does not limit the extension, according to the Extensions view", async () => {
    const limited = await new ExtensionsView(workbench).search(
      "@workspaceUnsupported:untrustedPartial",
      (names) => names.includes("JSON Language Features"),
    );
    await workbench.screenshot("restricted-mode-extensions");
    assert.ok(!limited.includes("Oz Inspector"), limited.join());
  });
});
