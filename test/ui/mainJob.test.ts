import assert from "node:assert/strict";
import { labelOf, startTestSandbox } from "./server";
import { removeConnections, signIn } from "./signIn";
import { useStage, useWindow } from "./stage";
import { hasResult } from "./workbench/treeRow";

/** The seven statuses, as rows show them. */
const STATUSES = ["Initial", "Processing", "Failed", "Finished", "Declined", "Operator required", "Success"];

describe("getting started", () => {
  const window = useWindow();

  it("offers to sign in or to explore the sandbox", async () => {
    const welcome = await window.view.welcome();
    assert.ok(welcome.includes("Sign In"));
    assert.ok(welcome.includes("Explore the Sandbox"));
    await window.workbench.screenshot("welcome");
  });

  it("signs in through input boxes, and clears what it showed when signing out", async () => {
    const { workbench, view } = window;
    const sandbox = await startTestSandbox({ folders: 300 });
    await signIn(workbench, sandbox.address);
    const [first] = await view.tree.waitFor("folders", (rows) => rows.length > 10);
    assert.equal(first?.label, labelOf(await sandbox.idAt(0)));
    await view.tree.act(first.label, "Watch Folder");
    await workbench.statusBar.waitFor("Watched folder");

    await workbench.runCommand("Oz Inspector: Sign Out");
    assert.ok((await view.welcome()).includes("Sign In"));
    assert.deepEqual(await view.tree.rows(), []);
    assert.ok(!(await workbench.statusBar.read()).some(({ spoken }) => spoken.includes("Watched folder")));
    await removeConnections(workbench);
    await sandbox.close();
  });
});

describe("the main job", () => {
  const stage = useStage({}, () => ({ folders: 5000 }));

  it("gives each of the seven statuses its own icon", async () => {
    const { workbench, view } = stage;
    const rows = await view.tree.waitFor("all seven statuses", (seen) =>
      STATUSES.every((status) => seen.some(hasResult(status))),
    );
    const icons = STATUSES.map((status) => rows.find(hasResult(status))?.icon);
    assert.equal(new Set(icons).size, STATUSES.length, icons.join());
    for (const status of STATUSES) {
      const row = rows.find(hasResult(status));
      assert.match(row?.spoken ?? "", new RegExp(`^Folder ${row?.label}, ${status}`, "i"));
    }
    await workbench.screenshot("folders-dark");
  });

  it("shows the analyses of a folder with their results", async () => {
    const { view } = stage;
    const declined = (await view.tree.rows()).find(hasResult("Declined"))!;
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

  it("opens the raw JSON read-only", async () => {
    const { workbench, view } = stage;
    const declined = (await view.tree.rows()).find(hasResult("Declined"))!;
    await view.tree.act(declined.label, "Open JSON");
    const text = await workbench.editor.waitFor("the JSON", (seen) =>
      seen.includes(`"folder_id": "${declined.label}`),
    );
    assert.ok(text.startsWith("{\n  "), text.slice(0, 40));
    assert.equal(await workbench.editor.isReadOnly(), true);
    await workbench.screenshot("json");
  });

  it("looks up a folder on page 40, and loads more", async () => {
    const { workbench, view, sandbox } = stage;
    const id = await sandbox.idAt(3950);
    const [selected] = await view.tree.rows();
    await view.tree.click(selected?.label ?? "");
    // VS Code passes the selected row to a title button, but the command must still ask.
    await view.pressTitle("Look Up Folder or Analysis…");
    await workbench.quickInput.waitFor("the picker", ({ placeholder }) => placeholder.startsWith("ID, or"));
    await workbench.quickInput.answer(id);
    const rows = await view.tree.waitFor("the folder", (seen) =>
      seen.some(({ label }) => label === labelOf(id)),
    );
    const index = rows.findIndex(({ label }) => label === labelOf(id));
    assert.equal(rows[index]?.selected, true);
    const more = rows[index - 1];
    assert.equal(more?.label, "Load more");
    assert.equal(more.description, "100 of 5,000");
    await workbench.screenshot("looked-up");

    await view.tree.click("Load more");
    await view.tree.waitFor("rows in its place", (seen) => seen.every(({ label }) => label !== "Load more"));
    await view.tree.scrollTo("Load more");
    await view.tree.waitFor("the next page", (seen) =>
      seen.some(({ label, description }) => label === "Load more" && description === "200 of 5,000"),
    );
  });

  it("watches a folder until it ends, in the status bar and with a notification", async () => {
    const { workbench, view, sandbox } = stage;
    const id = await sandbox.idAt(0);
    const label = labelOf(id);
    await workbench.runWithId("Oz Inspector: Watch Folder", id);
    await workbench.statusBar.waitFor(`${label} Success`);
    sandbox.analyseAgain(id, "DECLINED");
    await workbench.extensionHost.execute("ozInspector.refreshFolder", id);
    await workbench.statusBar.waitFor(`${label} Processing`);
    await workbench.screenshot("watching");
    const notice = await workbench.notifications.waitFor(label);
    assert.deepEqual(notice.buttons, ["Explain", "Show", "Choose Notifications…"]);
    assert.match(
      notice.message,
      /^Folder .* · Declined: Face match 0\.\d+, threshold 0\.85\. The group posted at /,
    );
    const item = await workbench.statusBar.waitFor(`${label} Declined`);
    assert.equal(item.background, "warning");
    await workbench.screenshot("ended");
    await workbench.notifications.press(label, "Show");
    await view.tree.waitFor("the folder", (rows) => rows.some((row) => row.label === label && row.selected));
    assert.equal((await workbench.notifications.read()).length, 0, "it is announced once");
  });
});

describe("a new folder", () => {
  const stage = useStage({}, () => ({ folders: 50, arrivalInterval: 3_000 }));

  it("appears at the top while still running", async () => {
    const { view, sandbox } = stage;
    const before = labelOf(await sandbox.idAt(0));
    const [first] = await view.tree.waitFor("a new row above the first one", (seen) =>
      seen.slice(1).some(({ label }) => label === before),
    );
    assert.match(first?.description ?? "", /^(Initial|Processing)/);
  });
});
