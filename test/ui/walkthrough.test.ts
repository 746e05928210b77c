import assert from "node:assert/strict";
import path from "node:path";
import { createVSIX } from "@vscode/vsce";
import { makeTemporary, removeTemporary } from "../vscode/temporary";
import { startTestSandbox, type TestSandbox } from "./server";
import { enterServer } from "./signIn";
import { openWorkbench } from "./workbench/open";
import { Walkthrough } from "./workbench/walkthrough";
import type { Workbench } from "./workbench/workbench";

const TITLE = "Get Started with Oz Inspector";

const STEPS = [
  "Explore the sandbox",
  "See why a folder was declined",
  "Sign in to your server",
  "Look up an ID",
  "Watch a folder",
] as const;

describe("the walkthrough", () => {
  let sandbox: TestSandbox;
  let workbench: Workbench;
  let walkthrough: Walkthrough;
  before(async () => {
    sandbox = await startTestSandbox({ folders: 300 });
    workbench = await openWorkbench({ size: { width: 1700, height: 800 } });
    walkthrough = new Walkthrough(workbench, TITLE);
  });
  after(async () => {
    await workbench.close();
    await sandbox.close();
  });

  /** Waits until so many steps are done, in their order, and no other is. */
  const waitForFirst = (count: number): Promise<void> => walkthrough.waitForDone(...STEPS.slice(0, count));

  it("completes each step when what it describes has happened, and no other", async () => {
    const { quickInput, preview } = workbench;
    await walkthrough.open();
    assert.deepEqual(await walkthrough.done(), []);

    await walkthrough.press("Explore the sandbox", "Explore the Sandbox");
    await waitForFirst(1);

    await walkthrough.press("See why a folder was declined", "Explain a Result");
    await quickInput.waitForPicks("folders", (picks) => picks.length > 1);
    await quickInput.cancel();
    await waitForFirst(1);
    await walkthrough.press("See why a folder was declined", "Explain a Result");
    const picks = await quickInput.waitForPicks("folders", (seen) => seen.length > 1);
    await quickInput.pick(picks.find(({ description }) => description.startsWith("Declined"))!.label);
    await preview.waitFor("the explanation", (text) => text.includes("threshold"));
    await waitForFirst(2);

    await walkthrough.press("Sign in to your server", "Add a Connection");
    await enterServer(workbench, sandbox.address);
    await waitForFirst(3);

    const id = await sandbox.idAt(0);
    await walkthrough.press("Look up an ID", "Look Up an ID");
    await quickInput.waitFor("the picker", ({ placeholder }) => placeholder.startsWith("ID, or"));
    await quickInput.answer(id);
    await waitForFirst(4);

    await walkthrough.press("Watch a folder", "Watch a Folder");
    await quickInput.waitFor("the picker", ({ placeholder }) => placeholder.startsWith("ID, or"));
    await quickInput.answer(id);
    await waitForFirst(5);
    await workbench.screenshot("walkthrough-done");
  });
});

describe("the walkthrough of an extension that was just installed", () => {
  let folder: string;
  let workbench: Workbench;
  before(async () => {
    folder = await makeTemporary();
    await createVSIX({ dependencies: false, packagePath: path.join(folder, "oz-inspector.vsix") });
    workbench = await openWorkbench({ extension: false });
  });
  after(async () => {
    await workbench.close();
    await removeTemporary(folder);
  });

  it("is opened by VS Code, once: neither after a reload nor when it is installed again", async () => {
    const walkthrough = new Walkthrough(workbench, TITLE);
    // VS Code opens no walkthrough in a window that has not shown its Welcome page.
    await walkthrough.passWelcome();
    await workbench.install(path.join(folder, "oz-inspector.vsix"));
    await walkthrough.waitUntilShown();
    await workbench.screenshot("walkthrough-installed");

    await workbench.editor.close();
    await workbench.reload();
    await walkthrough.passWelcome();
    // An extension whose files are replaced while VS Code activates it may stay inactive.
    await workbench.openContainer("Oz Inspector");
    await workbench.view("ozInspector.folders").welcome();
    await workbench.install(path.join(folder, "oz-inspector.vsix"));
    await workbench.openContainer("Explorer");
    await workbench.openContainer("Oz Inspector");
    await workbench.view("ozInspector.folders").welcome();
    assert.equal(await walkthrough.isShown(), false);

    await workbench.view("ozInspector.folders").pressWelcome("walkthrough");
    await walkthrough.waitUntilShown();
  });
});
