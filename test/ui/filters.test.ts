import assert from "node:assert/strict";
import type { OzFolder } from "../../src/oz/model/folder";
import { effectiveStatus } from "../../src/status/effectiveStatus";
import { CLOCK_TIME, withTimes } from "../clockTime";
import { newestFolders, sandboxClient } from "../sandboxClient";
import { labelOf } from "./server";
import { useStage } from "./stage";
import { eventually } from "./workbench/eventually";
import { hasResult } from "./workbench/treeRow";

describe("a filter over 10,000 folders", () => {
  const stage = useStage({}, () => ({ folders: 10_000 }));

  const yesterday = (): number => {
    const date = new Date();
    date.setDate(date.getDate() - 1);
    return date.setHours(0, 0, 0, 0);
  };
  const isDeclinedSinceYesterday = ({ createdAt, resolution }: OzFolder): boolean =>
    effectiveStatus(resolution) === "DECLINED" && createdAt !== undefined && createdAt >= yesterday();
  const textOf = ({ metaData }: OzFolder, key: string): string => String(metaData?.[key]);

  async function waitForMessage(message: RegExp): Promise<void> {
    await eventually(
      `the message ${message}`,
      () => stage.view.message(),
      (text) => message.test(text),
    );
  }

  async function waitForFolders(folders: readonly OzFolder[]): Promise<void> {
    const labels = folders.map(({ id }) => labelOf(id));
    await stage.view.tree.waitFor(`exactly ${labels.join(", ")}`, (rows) => {
      const shown = rows.map(({ label }) => label);
      return JSON.stringify(shown) === JSON.stringify(labels);
    });
  }

  async function showDeclined(): Promise<void> {
    const { quickInput } = stage.workbench;
    await stage.view.pressTitle("Filter…");
    await quickInput.pick("Result");
    await quickInput.tick("Declined");
    await quickInput.pick("Show Folders");
    await waitForMessage(/^Declined: \d+ matches/);
  }

  async function showText(text: string): Promise<void> {
    const { quickInput } = stage.workbench;
    await stage.view.pressTitle("Filter…");
    await quickInput.pick("Text");
    await quickInput.waitFor("the text prompt", ({ title }) => title === "Filter by Text");
    await quickInput.answer(text);
    await quickInput.pick("Show Folders");
    await waitForMessage(
      withTimes`: 0 matches in 400 folders checked, back to ${CLOCK_TIME}\. Not filtered by the server\.$`,
    );
  }

  it("combines result, creation time and metadata", async () => {
    const { workbench, view, sandbox } = stage;
    const all = await newestFolders(sandboxClient(sandbox.address));
    const declined = all.filter(isDeclinedSinceYesterday);
    const like = (example: string): OzFolder[] =>
      declined.filter((folder) => textOf(folder, "example") === example);
    const examples = declined.map((folder) => textOf(folder, "example"));
    // Few enough to fit on screen.
    const example = examples.find((one) => like(one).length > 1 && like(one).length < 20)!;
    const folders = like(example);
    const { quickInput } = workbench;
    await view.pressTitle("Filter…");
    await quickInput.pick("Result");
    await quickInput.tick("Declined");
    await quickInput.pick("Created");
    await quickInput.pick("Since yesterday");
    await quickInput.pick("Metadata");
    await quickInput.waitFor("the metadata prompt", ({ title }) => title === "Filter by Metadata");
    await quickInput.answer("no condition");
    await quickInput.waitFor("the validation message", ({ message }) =>
      message.startsWith("Enter a condition like"),
    );
    await quickInput.answer(`example == ${example}`);
    await quickInput.waitFor("the filter editor", ({ placeholder }) =>
      placeholder.startsWith("Declined, since yesterday"),
    );
    await workbench.screenshot("filter-editor");
    await quickInput.pick("Show Folders");
    await waitForFolders(folders);
    await waitForMessage(
      new RegExp(`^Declined, since yesterday, example == ${example}: ${folders.length} folders?\\.$`),
    );
    await workbench.screenshot("filter");
  });

  it("is cleared with one click", async () => {
    const { view, sandbox } = stage;
    const all = (await view.tree.rows()).map(({ label }) => label);
    await showDeclined();
    await view.pressTitle("Clear Filter");
    await view.tree.waitFor("all folders", (rows) => rows[0]?.label === all[0]);
    await waitForMessage(/^$/);
    assert.equal(all[0], labelOf(await sandbox.idAt(0)));
  });

  it("begins at the first match however far the list was scrolled, and so does the list once it is cleared", async () => {
    const { view, sandbox } = stage;
    const newest = (await view.tree.rows())[0]!.label;
    const first = (await view.tree.rows()).find(hasResult("Declined"))!.label;
    await view.tree.scrollTo(labelOf(await sandbox.idAt(40)));
    await showDeclined();
    await view.tree.waitFor("the first match at the top", (rows) => rows[0]?.label === first);
    await view.tree.scrollTo("Search more");
    await view.pressTitle("Clear Filter");
    await view.tree.waitFor("the newest folder at the top", (rows) => rows[0]?.label === newest);
  });

  it("is saved under a name, applied again with two clicks, and removed", async () => {
    const { workbench, view } = stage;
    const { quickInput } = workbench;
    await showDeclined();
    await workbench.runCommand("Oz Inspector: Filter…");
    await quickInput.pick("Save Filter…");
    await quickInput.waitFor("the name prompt", ({ title }) => title === "Save Filter");
    await quickInput.answer("Declined lately");
    await waitForMessage(/^Declined lately: \d+ matches/);
    await view.pressTitle("Clear Filter");
    await waitForMessage(/^$/);
    await view.pressTitle("Filter…");
    await workbench.screenshot("filter-kept");
    await quickInput.pick("Declined lately");
    await waitForMessage(/^Declined lately: \d+ matches/);
    await workbench.runCommand("Oz Inspector: Filter…");
    await quickInput.act("Declined lately", "Remove");
    await quickInput.waitForPicks("the list without it", (picks) =>
      picks.every(({ label }) => label.trim() !== "Declined lately"),
    );
    await quickInput.cancel();
  });

  it("shows how many folders were checked if the server cannot filter, and searches more", async () => {
    const { workbench, view, sandbox } = stage;
    const wanted = await sandbox.folderAt(450);
    await showText(textOf(wanted, "transaction_id"));
    await workbench.screenshot("filter-look-further");
    await view.tree.click("Search more");
    await view.tree.waitFor("the folder", (rows) => rows[0]?.label === labelOf(wanted.id));
    await waitForMessage(/: 1 match in 800 folders checked/);
  });

  it("is cleared if it would hide a looked-up folder", async () => {
    const { workbench, view, sandbox } = stage;
    const wanted = await sandbox.folderAt(3);
    await showText("matches no folder at all");
    await workbench.extensionHost.execute("ozInspector.lookUpFolder", wanted.id);
    await view.tree.waitFor("the folder", (rows) => rows.some(({ label }) => label === labelOf(wanted.id)));
    await waitForMessage(/^$/);
  });
});
