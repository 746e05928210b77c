import assert from "node:assert/strict";
import { labelOf, startTestSandbox, type TestSandbox } from "./server";
import { eventually } from "./workbench/eventually";
import { openWorkbench } from "./workbench/open";
import type { Workbench } from "./workbench/workbench";

describe("two windows of one VS Code", () => {
  let sandbox: TestSandbox;
  let first: Workbench;
  let second: Workbench;
  before(async () => {
    sandbox = await startTestSandbox({ folders: 300 });
    first = await openWorkbench({ theme: "light" });
    await first.extensionHost.execute("ozInspector.openSandbox", sandbox.address);
    second = await first.openWindow();
    await first.setFocus(true);
    await second.setFocus(false);
  });
  after(async () => {
    await first.close();
    await sandbox.close();
  });

  const watchedIn = async ({ statusBar }: Workbench): Promise<string> =>
    (await statusBar.read())
      .map(({ spoken }) => spoken)
      .find((spoken) => spoken.includes("Watched folder")) ?? "";

  it("agree on what is watched, and one of them tells the end", async () => {
    const id = await sandbox.idAt(0);
    const label = labelOf(id);
    await first.runWithId("Oz Inspector: Watch Folder", id);
    for (const { statusBar } of [second, first]) await statusBar.waitFor(`Watched folder ${label}`);

    sandbox.analyseAgain(id, "DECLINED");
    for (const window of [first, second]) await window.openContainer("Oz Inspector");
    for (const { statusBar } of [first, second]) await statusBar.waitFor(`${label} Declined`);
    await first.notifications.waitFor(`Folder ${label} · Declined`);
    await second.screenshot("second-window");
    assert.deepEqual(await second.notifications.read(), []);

    await second.runCommand("Oz Inspector: Stop Watching");
    for (const window of [second, first])
      await eventually(
        "no watch",
        () => watchedIn(window),
        (spoken) => spoken === "",
      );
  });
});
