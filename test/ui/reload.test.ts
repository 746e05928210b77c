import assert from "node:assert/strict";
import { openWorkbench } from "./workbench/open";
import { hasResult } from "./workbench/treeRow";
import type { Workbench } from "./workbench/workbench";

describe("a reload of the window", () => {
  let workbench: Workbench;
  before(async () => (workbench = await openWorkbench({ theme: "light" })));
  after(() => workbench.close());

  it("keeps the sandbox's folders and the watch, even while the view is hidden", async () => {
    await workbench.openContainer("Oz Inspector");
    const view = workbench.view("ozInspector.folders");
    await view.pressWelcome("Explore the Sandbox");
    const rows = await view.tree.waitFor("folders", (seen) => seen.length > 10);
    const processing = rows.find(hasResult("Processing"))!;
    await view.tree.act(processing.label, "Watch Folder");
    const isShown = new RegExp(`${processing.label} (⚠ )?Processing`);
    await workbench.statusBar.waitFor(isShown);
    await workbench.screenshot("watching-light");

    await workbench.openContainer("Explorer");
    await workbench.reload();
    const item = await workbench.statusBar.waitFor(isShown);
    assert.deepEqual(item.icons, ["sync"]);
    await workbench.openContainer("Oz Inspector");
    await view.tree.waitFor("the same folder, watched", (seen) =>
      seen.some(({ label, description }) => label === processing.label && description.endsWith("watched")),
    );
    await view.tree.act(processing.label, "Stop Watching");
    await view.tree.waitFor("the row without the watch", (seen) =>
      seen.some(({ label, description }) => label === processing.label && !description.endsWith("watched")),
    );
  });
});
