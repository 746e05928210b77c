import assert from "node:assert/strict";
import { startTestSandbox, type TestSandbox } from "./server";
import { signIn } from "./signIn";
import { eventually } from "./workbench/eventually";
import { openWorkbench } from "./workbench/open";
import type { TreeRow } from "./workbench/treeRow";
import type { View } from "./workbench/view";
import type { Workbench } from "./workbench/workbench";

const startsWith = (status: string) => (row: TreeRow) =>
  row.level === 1 && row.description.startsWith(status);

describe("several watched folders", () => {
  let sandbox: TestSandbox;
  let workbench: Workbench;
  let folders: View;
  let watched: View;
  const labels = { Success: "", Declined: "", Processing: "" };
  before(async () => {
    sandbox = await startTestSandbox({ folders: 300, arrivalInterval: 5000 });
    workbench = await openWorkbench({ theme: "light" });
    folders = workbench.view("ozInspector.folders");
    watched = workbench.view("ozInspector.watched");
    await signIn(workbench, sandbox.address);
    const rows = await folders.tree.waitFor("folders", (seen) =>
      Object.keys(labels).every((status) => seen.some(startsWith(status))),
    );
    for (const status of Object.keys(labels) as (keyof typeof labels)[])
      labels[status] = rows.find(startsWith(status))!.label;
  });
  after(async () => {
    await workbench.close();
    await sandbox.close();
  });

  it("stand in a view of their own, the most urgent first, with a badge for what needs attention", async () => {
    for (const label of Object.values(labels)) await folders.tree.act(label, "Watch Folder");
    const rows = await watched.tree.waitFor("three rows", (seen) => seen.length === 3);
    assert.deepEqual(
      rows.map(({ label }) => label),
      [labels.Declined, labels.Processing, labels.Success],
    );
    assert.match(rows[0]?.description ?? "", /^Declined .*took \d/);
    assert.match(rows[1]?.description ?? "", /^Processing .*for \d/);
    await eventually(
      "the badge",
      () => workbench.badge("Oz Inspector"),
      (badge) => badge === "1",
    );
    await workbench.screenshot("watched");
  });

  it("share one item in the status bar, whose click lists them", async () => {
    await workbench.statusBar.waitFor(`${labels.Declined} Declined +2`);
    await workbench.statusBar.click(`${labels.Declined} Declined +2`);
    const picks = await workbench.quickInput.picks();
    assert.deepEqual(
      picks.map(({ label }) => label.trim()),
      [labels.Declined, labels.Processing, labels.Success],
    );
    await workbench.screenshot("watched-list");
    await workbench.quickInput.pick(labels.Success);
    await folders.tree.waitFor("the folder", (rows) =>
      rows.some(({ label, selected }) => label === labels.Success && selected),
    );
  });

  it("tell what was seen of them", async () => {
    assert.match(await watched.tree.hover(labels.Processing), /Processing: \d\d:\d\d:\d\d/);
  });

  it("are not announced where the user does not want it", async () => {
    const first = await sandbox.idAt(0);
    const id = await eventually(
      "a new folder",
      () => sandbox.idAt(0),
      (newest) => newest !== first,
      30_000,
    );
    await workbench.runCommand("Oz Inspector: Watch Folder");
    await workbench.quickInput.answer(id);
    const label = id.slice(0, 8);
    await watched.tree.waitFor("its row", (rows) => rows.some((row) => row.label === label));
    await (await watched.tree.menu(label)).choose("Choose Notifications…");
    await workbench.quickInput.pick("Never");
    await watched.tree.waitFor("its end", (rows) =>
      rows.some((row) => row.label === label && / took \d/.test(row.description)),
    );
    const notices = await workbench.notifications.read();
    assert.ok(!notices.some(({ message }) => message.includes(label)), JSON.stringify(notices));
  });

  it("say so when one is gone from the server", async () => {
    const id = await sandbox.idAt(100);
    await workbench.runCommand("Oz Inspector: Watch Folder");
    await workbench.quickInput.answer(id);
    const label = id.slice(0, 8);
    await watched.tree.waitFor("its row", (rows) => rows.some((row) => row.label === label));
    sandbox.remove(id);
    await workbench.inside.execute("ozInspector.refreshFolder", id);
    await workbench.notifications.waitFor(`Folder ${label} is no longer on the server.`);
    await watched.tree.waitFor("its end", (rows) =>
      rows.some((row) => row.label === label && row.description === "no longer on the server"),
    );
  });

  it("go one by one, and with the last one the view", async () => {
    for (const { label } of await watched.tree.rows()) await watched.tree.act(label, "Stop Watching");
    await eventually(
      "no item in the status bar",
      () => workbench.statusBar.read(),
      (items) => !items.some(({ spoken }) => spoken.includes("Watched folder")),
    );
    await eventually(
      "no badge",
      () => workbench.badge("Oz Inspector"),
      (badge) => badge === "",
    );
  });
});
