import assert from "node:assert/strict";
import { ExtensionsView } from "./workbench/extensionsView";
import { openWorkbench } from "./workbench/open";
import type { Workbench } from "./workbench/workbench";

describe("a virtual workspace", () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await openWorkbench({
      virtualFolder: "memory:/notes",
      // Tall enough to show the whole list of extensions.
      size: { width: 1280, height: 1400 },
    });
  });
  after(() => workbench.close());

  it("is not on disk", async () => {
    await workbench.openContainer("Explorer");
    await workbench.page
      .locator(".explorer-folders-view")
      .getByText("verification.log", { exact: true })
      .waitFor();
  });

  it("lets the user explore the sandbox and open a folder", async () => {
    await workbench.openContainer("Oz Inspector");
    const view = workbench.view("ozInspector.folders");
    await view.pressWelcome("Explore the Sandbox");
    const [first] = await view.tree.waitFor("folders", (rows) => rows.length > 10);
    await view.tree.act(first!.label, "Open JSON");
    await workbench.editor.waitFor("the JSON", (text) => text.includes(`"folder_id": "${first!.label}`));
    await workbench.screenshot("virtual-workspace");
  });

  it("does not limit the extension, according to the Extensions view", async () => {
    const limited = await new ExtensionsView(workbench).search(
      "@workspaceUnsupported:virtualPartial",
      (names) => names.includes("NPM support for VS Code"),
    );
    assert.ok(!limited.includes("Oz Inspector"), limited.join());
  });
});
