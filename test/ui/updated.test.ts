import assert from "node:assert/strict";
import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { eventually } from "./workbench/eventually";
import { openWorkbench } from "./workbench/open";
import type { Workbench } from "./workbench/workbench";

describe("a window whose version of the extension was replaced", () => {
  let workbench: Workbench;
  before(async () => (workbench = await openWorkbench({ trace: true })));
  after(() => workbench.close());

  /** @returns the only file of VS Code's data whose path ends so, once there is one */
  async function fileOf(end: string): Promise<string> {
    const [found = ""] = await eventually(
      end,
      async () => {
        const files = await readdir(workbench.data, { recursive: true });
        return files.filter((file) => file.endsWith(path.normalize(end)));
      },
      (files) => files.length === 1,
    );
    return path.join(workbench.data, found);
  }

  it("asks to reload it, and shows and logs no path of this machine", async () => {
    await workbench.openContainer("Oz Inspector");
    const view = workbench.view("ozInspector.folders");
    await view.welcome();
    await rm(await fileOf("/dist/sandbox.js"));
    await view.pressWelcome("Explore the Sandbox");
    const sentence = "A file of Oz Inspector is gone, as after an update. Reload the window.";
    const { buttons } = await workbench.notifications.waitFor(sentence);
    assert.deepEqual(buttons, ["Reload Window"]);
    await workbench.screenshot("outdated-window");
    const file = await fileOf("/Oz Inspector.log");
    const log = await eventually(
      "the log",
      () => readFile(file, "utf8"),
      (text) => /ozInspector\.openSandbox: outdatedWindow$/m.test(text),
    );
    assert.doesNotMatch(log, /[/\\](dist|extensions)[/\\]/);
    await workbench.notifications.press(sentence, "Reload Window");
    await workbench.page.waitForEvent("load");
  });
});
