import assert from "node:assert/strict";
import { labelOf, startTestSandbox, type TestSandbox } from "./server";
import { signIn } from "./signIn";
import { eventually } from "./workbench/eventually";
import { openWorkbench } from "./workbench/open";
import type { TreeRow } from "./workbench/treeRow";
import type { View } from "./workbench/view";
import type { Workbench } from "./workbench/workbench";

/** The seven statuses in words, as rows begin with them. */
const STATUSES = ["Initial", "Processing", "Failed", "Finished", "Declined", "Operator required", "Success"];

const startsWith = (status: string) => (row: TreeRow) =>
  row.level === 1 && row.description.startsWith(status);

describe("the main job", () => {
  let sandbox: TestSandbox;
  let workbench: Workbench;
  let view: View;
  before(async () => {
    sandbox = await startTestSandbox({ folders: 5000, arrivalInterval: 20_000 });
    workbench = await openWorkbench({ theme: "dark" });
    view = workbench.view("ozInspector.folders");
  });
  after(async () => {
    await workbench.close();
    await sandbox.close();
  });

  it("welcomes with two ways in", async () => {
    await workbench.openContainer("Oz Inspector");
    const welcome = await view.welcome();
    assert.ok(welcome.includes("Sign In"));
    assert.ok(welcome.includes("Explore the Sandbox"));
    await workbench.screenshot("welcome");
  });

  it("signs in through the input boxes and shows all seven statuses with seven different icons", async () => {
    await signIn(workbench, sandbox.address);
    const rows = await view.tree.waitFor("all seven statuses", (seen) =>
      STATUSES.every((status) => seen.some(startsWith(status))),
    );
    const icons = STATUSES.map((status) => rows.find(startsWith(status))?.icon);
    assert.equal(new Set(icons).size, STATUSES.length, icons.join());
    for (const status of STATUSES) {
      const row = rows.find(startsWith(status));
      assert.match(row?.spoken ?? "", new RegExp(`^Folder ${row?.label}, ${status}`, "i"));
    }
    await workbench.screenshot("folders-dark");
  });

  it("shows the analyses of a folder with their results", async () => {
    const rows = await view.tree.rows();
    const declined = rows.find(startsWith("Declined"))!;
    await view.tree.expand(declined.label);
    const opened = await view.tree.waitFor("its analyses", (seen) => seen.some(({ level }) => level === 2));
    const analyses = opened.filter(({ level }) => level === 2);
    assert.ok(
      analyses.some(
        ({ label, description }) => label === "Face match" && /^Declined · 0\.\d+/.test(description),
      ),
    );
    assert.match(await view.tree.hover(declined.label), /system_resolution: DECLINED/);
    await view.tree.collapse(declined.label);
  });

  it("opens the raw JSON, which cannot be edited", async () => {
    const declined = (await view.tree.rows()).find(startsWith("Declined"))!;
    await view.tree.act(declined.label, "Open JSON");
    const text = await workbench.editor.waitFor("the JSON", (seen) =>
      seen.includes(`"folder_id": "${declined.label}`),
    );
    assert.ok(text.startsWith("{\n  "), text.slice(0, 40));
    assert.equal(await workbench.editor.isReadOnly(), true);
    await workbench.screenshot("json");
    await workbench.editor.close();
  });

  it("looks up a folder of page 40", async () => {
    const id = await sandbox.idAt(3950);
    const [selected] = await view.tree.rows();
    await view.tree.click(selected?.label ?? "");
    // VS Code hands the selected row to a button of the title: it must ask all the same.
    await view.pressTitle("Look Up Folder or Analysis…");
    await workbench.quickInput.waitFor("the question", ({ placeholder }) => placeholder.startsWith("ID, or"));
    await workbench.quickInput.answer(id);
    const rows = await view.tree.waitFor("the folder", (seen) =>
      seen.some(({ label }) => label === labelOf(id)),
    );
    const index = rows.findIndex(({ label }) => label === labelOf(id));
    assert.equal(rows[index]?.selected, true);
    assert.equal(rows[index - 1]?.label, "Load more");
    await workbench.screenshot("looked-up");
  });

  it("loads more", async () => {
    const before = (await view.tree.rows()).find(({ label }) => label === "Load more");
    assert.match(before?.description ?? "", /^10\d of 5,0\d\d$/);
    await view.tree.click("Load more");
    await view.tree.waitFor("rows in its place", (rows) => rows.every(({ label }) => label !== "Load more"));
    await view.tree.scrollTo("Load more");
    await view.tree.waitFor("the next page", (rows) =>
      rows.some(({ label, description }) => label === "Load more" && /^20\d of 5,0\d\d$/.test(description)),
    );
  });

  it("watches a folder until it ends: status bar and notification follow", async () => {
    const id = await newestRunning();
    await workbench.runCommand("Oz Inspector: Watch Folder");
    await workbench.quickInput.answer(id);
    const label = labelOf(id);
    await workbench.statusBar.waitFor(new RegExp(`${label} (Initial|Processing)`));
    await workbench.screenshot("watching");
    const notice = await workbench.notifications.waitFor(label);
    assert.deepEqual(notice.buttons, ["Show", "Open JSON"]);
    const result = /: (.*)$/.exec(notice.message)?.[1] ?? "";
    const item = await workbench.statusBar.waitFor(`${label} ${result}`);
    const backgrounds = new Map([
      ["Declined", "error"],
      ["Failed", "error"],
      ["Operator required", "warning"],
    ]);
    assert.equal(item.background, backgrounds.get(result));
    await workbench.screenshot("ended");
    await workbench.notifications.press(label, "Show");
    await view.tree.waitFor("the folder", (rows) => rows.some((row) => row.label === label && row.selected));
    assert.equal((await workbench.notifications.read()).length, 0, "it is said once");
  });

  it("signs out and forgets what it showed", async () => {
    await workbench.runCommand("Oz Inspector: Sign Out");
    assert.ok((await view.welcome()).includes("Sign In"));
    assert.deepEqual(await view.tree.rows(), []);
    assert.ok(!(await workbench.statusBar.read()).some(({ spoken }) => spoken.includes("Watched folder")));
  });

  /** The id of a folder that has just arrived and is running. */
  async function newestRunning(): Promise<string> {
    const first = await sandbox.idAt(0);
    return eventually(
      "a new folder",
      () => sandbox.idAt(0),
      (id) => id !== first,
      30_000,
    );
  }
});
