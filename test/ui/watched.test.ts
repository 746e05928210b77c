import assert from "node:assert/strict";
import { CLOCK_TIME, withTimes } from "../clockTime";
import { labelOf } from "./server";
import { useStage } from "./stage";
import { eventually, persist } from "./workbench/eventually";
import { hasResult, type TreeRow } from "./workbench/treeRow";
import type { View } from "./workbench/view";

describe("watched folders", () => {
  const stage = useStage({ theme: "light" });

  const labels = { Success: "", Declined: "", Processing: "" };
  let watched: View;
  beforeEach(async () => {
    const { workbench, view } = stage;
    watched = workbench.view("ozInspector.watched");
    const rows = await view.tree.waitFor("folders", (seen) =>
      Object.keys(labels).every((status) => seen.some(hasResult(status))),
    );
    for (const status of Object.keys(labels) as (keyof typeof labels)[])
      labels[status] = rows.find(hasResult(status))!.label;
    for (const label of Object.values(labels)) await view.tree.act(label, "Watch Folder");
    await watched.tree.waitFor("three rows", (seen) => seen.length === 3);
  });

  it("have their own view, most urgent first, with a badge for those that need attention", async () => {
    const { workbench } = stage;
    const rows = await watched.tree.rows();
    assert.deepEqual(
      rows.map(({ label }) => label),
      [labels.Declined, labels.Processing, labels.Success],
    );
    assert.match(rows[0]?.description ?? "", /^Declined .*took \d/);
    assert.match(rows[1]?.description ?? "", /^(⚠ )?Processing .*for (less|\d)/);
    await eventually(
      "the badge",
      () => workbench.badge("Oz Inspector"),
      (badge) => badge === "1",
    );
    await workbench.screenshot("watched");
  });

  it("share one status bar item, which lists them when clicked", async () => {
    const { workbench, view } = stage;
    await workbench.statusBar.waitFor(`${labels.Declined} Declined +2`);
    await workbench.statusBar.click(`${labels.Declined} Declined +2`);
    const picks = await workbench.quickInput.picks();
    assert.deepEqual(
      picks.map(({ label }) => label.trim()),
      [labels.Declined, labels.Processing, labels.Success],
    );
    await workbench.screenshot("watched-list");
    await workbench.quickInput.pick(labels.Success);
    await view.tree.waitFor("the folder", (rows) =>
      rows.some(({ label, selected }) => label === labels.Success && selected),
    );
  });

  it("show in their tooltip when each status was seen", async () => {
    assert.match(await watched.tree.hover(labels.Processing), withTimes`Seen Processing: ${CLOCK_TIME}`);
  });

  it("cause no notification if the user chose Never", async () => {
    const { workbench, sandbox } = stage;
    const id = await watchAt(200);
    const label = labelOf(id);
    // The menu may take the focus back from the picker that it opens, which then closes.
    await persist("the choice of notifications", async (options) => {
      await (await watched.tree.menu(label)).choose("Choose Notifications…");
      await workbench.quickInput.pick("Never", options);
    });
    await workbench.quickInput.closed();
    sandbox.analyseAgain(id);
    for (const description of [/ for (less|\d)/, / took \d/]) {
      await workbench.extensionHost.execute("ozInspector.refreshFolder", id);
      await watched.tree.waitFor(String(description), (rows) =>
        rows.some((row) => row.label === label && description.test(row.description)),
      );
    }
    const notices = await workbench.notifications.read();
    assert.ok(!notices.some(({ message }) => message.includes(label)), JSON.stringify(notices));
  });

  it("say when one is no longer on the server", async () => {
    const { workbench, sandbox } = stage;
    const id = await watchAt(100);
    const label = labelOf(id);
    sandbox.remove(id);
    await workbench.extensionHost.execute("ozInspector.refreshFolder", id);
    await workbench.notifications.waitFor(`Folder ${label} is no longer on the server.`);
    await watched.tree.waitFor("its row to say so", (rows) =>
      rows.some((row) => row.label === label && row.description === "no longer on the server"),
    );
  });

  it("share one notification if many end together, which leads to their list", async () => {
    const { workbench, sandbox } = stage;
    for (const label of Object.values(labels)) await watched.tree.actToRemove(label, "Stop Watching");
    const ids: string[] = [];
    for (const index of [200, 201, 202, 203, 204]) ids.push(await watchAt(index));
    for (const id of ids) sandbox.analyseAgain(id);
    const { severity } = await workbench.notifications.waitFor(/5 watched folders have ended: /);
    assert.ok(severity === "info" || severity === "warning", severity);
    await workbench.screenshot("watched-notification");
    await workbench.notifications.press(/5 watched folders have ended: /, "Show");
    const picks = await workbench.quickInput.picks();
    assert.equal(picks.length, ids.length);
  });

  it("can be removed one by one; status bar item and badge go with the last", async () => {
    const { workbench } = stage;
    for (const { label } of await watched.tree.rows()) await watched.tree.actToRemove(label, "Stop Watching");
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

  /** Watches the folder at an index of the list; returns its ID. */
  async function watchAt(index: number): Promise<string> {
    const { workbench, sandbox } = stage;
    const id = await sandbox.idAt(index);
    await workbench.runWithId("Oz Inspector: Watch Folder", id);
    await watched.tree.waitFor("its row", (rows) => rows.some((row) => row.label === labelOf(id)));
    return id;
  }
});

describe("the first watch", () => {
  const stage = useStage();

  it("moves no row, and a click on its row reveals the folder without a word", async () => {
    const { sandbox, workbench, view } = stage;
    const watched = workbench.view("ozInspector.watched");
    assert.deepEqual(await watched.welcome(), [
      "Watch a folder with the eye on its row to be told when it ends, or watch new folders as they arrive.",
    ]);
    const id = await sandbox.idAt(1);
    const label = labelOf(id);
    await view.tree.waitFor("the folder", (rows) => rows.some((row) => row.label === label));
    const place = async (): Promise<unknown> => await view.tree.row(label).boundingBox();
    const before = await place();
    await view.tree.act(label, "Watch Folder");
    await watched.tree.waitFor("its row", (rows) => rows.length === 1);
    assert.deepEqual(await place(), before);
    await workbench.screenshot("watched-first");
    await watched.tree.click(label);
    const isRevealed = (row: TreeRow): boolean =>
      row.label === label && row.selected && row.expanded === true;
    await view.tree.waitFor("it to be revealed", (rows) => rows.some(isRevealed));
    assert.ok(!(await workbench.statusBar.read()).some(({ text }) => text.includes("is a folder")));
  });
});

describe("the row of a watched folder that runs", () => {
  const stage = useStage({ theme: "light" }, () => ({ recordRequests: true, epoch: Date.now() }));

  it("holds still: the tooltip stays, and a button that is about to be clicked", async () => {
    const { sandbox, workbench, view } = stage;
    const rows = await view.tree.waitFor("a folder", (seen) => seen.some(hasResult("Processing")));
    const { label } = rows.find(hasResult("Processing"))!;
    await view.tree.act(label, "Watch Folder");
    const { tree } = workbench.view("ozInspector.watched");
    const described = async (): Promise<string> =>
      (await tree.waitFor("its row", (seen) => seen.length === 1))[0]!.description;
    assert.match(await described(), /^(⚠ )?Processing · for (less than a minute|\d+ min)$/);
    const polls = (): number => sandbox.requests.filter(({ path }) => path === "/api/folders/").length;
    let before, hovered, shown, isSame;
    do {
      before = await described();
      hovered = await tree.hover(label);
      const isSameButton = await tree.rememberButton(label, "Stop Watching");
      const count = polls();
      await eventually("the server to be asked what has changed", polls, (now) => now >= count + 3);
      shown = await tree.shownHover();
      isSame = await isSameButton();
      // The row changes once a minute, and the tooltip goes then.
    } while ((await described()) !== before);
    assert.match(hovered, /Running since: /);
    assert.equal(shown, hovered);
    assert.ok(isSame);
    await workbench.screenshot("watched-tooltip");
  });
});
