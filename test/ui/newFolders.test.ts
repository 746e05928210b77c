import assert from "node:assert/strict";
import { CLOCK_TIME, withTimes } from "../clockTime";
import { labelOf, startTestSandbox, type TestSandbox } from "./server";
import { useStage } from "./stage";
import { eventually, persist } from "./workbench/eventually";
import { openWorkbench } from "./workbench/open";
import type { TreeRow } from "./workbench/treeRow";
import type { View } from "./workbench/view";
import type { Workbench } from "./workbench/workbench";

const WAITING = "Waiting for the next folder";

/** What an app does: it creates folders, one after another. @returns their labels */
function createFolders(sandbox: TestSandbox, count: number): readonly string[] {
  return Array.from({ length: count }, () => labelOf(sandbox.arrive()));
}

const isOf = (labels: readonly string[]) => (rows: readonly TreeRow[]) =>
  rows.length === labels.length && labels.every((label) => rows.some((row) => row.label === label));

/** Runs a command that asks which folders to wait for. */
async function waitFor(workbench: Workbench, command: string, choice: string): Promise<void> {
  // What takes the focus meanwhile closes the list.
  await persist("the choice of new folders", async (options) => {
    await workbench.runCommand(`Oz Inspector: ${command}`);
    await workbench.quickInput.pick(choice, options);
  });
}

/** @returns how many of the folders a message tells to have ended: one, or all that ended at about the same time */
function toldBy(message: string, labels: readonly string[]): number {
  const [, count] = /^(\d+) watched folders have ended: /.exec(message) ?? [];
  return Number(count ?? labels.some((label) => message.startsWith(`Folder ${label} · `)));
}

/** Waits until notifications have told of each of the folders that it has ended. */
async function endsAreTold(workbench: Workbench, labels: readonly string[]): Promise<void> {
  await eventually(
    "the ends in the list of notifications",
    async () => {
      // Each time, as VS Code closes a list that is empty.
      await workbench.extensionHost.execute("notifications.showList");
      return await workbench.notifications.listedMessages();
    },
    (messages) => messages.reduce((sum, message) => sum + toldBy(message, labels), 0) === labels.length,
  );
}

/** Waits until the line above the watched folders is right: VS Code draws it a moment after the status bar. */
async function lineIs(watched: View, pattern: RegExp): Promise<void> {
  await eventually(
    `a line above the watched folders like ${String(pattern)}`,
    () => watched.connection(),
    (line) => pattern.test(line),
  );
}

/** Waits until it is said nowhere that new folders are waited for. */
async function waitIsOver(workbench: Workbench, watched: View): Promise<void> {
  await eventually(
    "no item in the status bar that waits",
    () => workbench.statusBar.read(),
    (items) => !items.some(({ text }) => text.includes(WAITING)),
  );
  await lineIs(watched, /^$/);
}

describe("new folders", () => {
  const stage = useStage({ theme: "light" });
  let watched: View;
  beforeEach(() => (watched = stage.workbench.view("ozInspector.watched")));
  afterEach(() => stage.workbench.extensionHost.execute("ozInspector.stopWatchingNewFolders"));

  it("are watched as an app creates them, while the user waits for them, and each end is told", async () => {
    const { workbench, sandbox } = stage;
    const before = createFolders(sandbox, 1);
    await workbench.runCommand("Oz Inspector: Watch New Folders…");
    await workbench.screenshot("new-folders-question");
    await workbench.quickInput.pick("All Folders");
    const item = await workbench.statusBar.waitFor(WAITING);
    assert.match(item.spoken, withTimes`^Waiting for the next folder until ${CLOCK_TIME}\. Click to `);
    await lineIs(watched, /^Waiting for the next folder until /);
    await workbench.screenshot("new-folders-waiting");

    const labels = createFolders(sandbox, 3);
    await watched.tree.waitFor("the three folders", isOf(labels));
    assert.ok(!labels.includes(before[0]!));
    await workbench.screenshot("new-folders-arrived");
    await workbench.statusBar.waitFor(WAITING);
    await lineIs(watched, /3 folders have arrived\.$/);
    await watched.tree.waitFor("all to have ended", (rows) =>
      rows.every(({ description }) => description.includes("took ")),
    );
    await workbench.screenshot("new-folders-ended");
    await endsAreTold(workbench, labels);
    await workbench.screenshot("new-folders-told");
  });

  it("are no longer waited for once the user chooses so behind the item in the status bar", async () => {
    const { workbench, sandbox } = stage;
    await waitFor(workbench, "Watch New Folders…", "All Folders");
    await workbench.statusBar.waitFor(WAITING);
    assert.match(await workbench.statusBar.hover(WAITING), /Click to list the watched folders or to stop/);
    await workbench.screenshot("new-folders-tooltip", "stays");
    await workbench.statusBar.click(WAITING);
    await workbench.screenshot("new-folders-stop");
    await workbench.quickInput.pick("Stop Waiting for New Folders");
    await waitIsOver(workbench, watched);
    const [label = ""] = createFolders(sandbox, 1);
    await stage.view.tree.waitFor("the folder in the list", (rows) =>
      rows.some((row) => row.label === label),
    );
    assert.deepEqual(await watched.tree.rows(), []);
  });

  it("are watched only if they match, which the next one that does ends for one", async () => {
    const { workbench, sandbox } = stage;
    await waitFor(workbench, "Watch Next Folder…", "Metadata…");
    const { metaData } = await sandbox.folderAt(0);
    const [key = "", value] = Object.entries(metaData ?? {})[0] ?? [];
    await workbench.quickInput.waitFor("the question", ({ message }) => message.includes("Exact value"));
    await workbench.quickInput.answer(`${key} == ${String(value)}`);
    await workbench.statusBar.waitFor(WAITING);
    await lineIs(watched, /that matches “.* == .*”\. The first one ends the wait\.$/);
    await workbench.screenshot("next-folder-waiting");
    await watched.pressTitle("Stop Waiting for New Folders");
    await waitIsOver(workbench, watched);

    await waitFor(workbench, "Watch Next Folder…", "Any Folder");
    await workbench.statusBar.waitFor(WAITING);
    const [first = ""] = createFolders(sandbox, 1);
    await watched.tree.waitFor("the first one", isOf([first]));
    await waitIsOver(workbench, watched);
  });
});

describe("a reload of the window that waits for new folders", () => {
  let workbench: Workbench;
  let sandbox: TestSandbox;
  before(async () => {
    workbench = await openWorkbench();
    sandbox = await startTestSandbox({ folders: 300 });
  });
  after(async () => {
    await workbench.close();
    await sandbox.close();
  });

  it("goes on waiting, and finds those that have arrived meanwhile, even while the view is hidden", async () => {
    await workbench.openContainer("Oz Inspector");
    await workbench.extensionHost.execute("ozInspector.openSandbox", sandbox.address);
    await workbench.view("ozInspector.folders").tree.waitFor("folders", (rows) => rows.length > 5);
    await waitFor(workbench, "Watch New Folders…", "All Folders");
    await workbench.statusBar.waitFor(WAITING);
    await workbench.openContainer("Explorer");
    const reloaded = workbench.reload();
    const labels = createFolders(sandbox, 2);
    await reloaded;
    await workbench.statusBar.waitFor(WAITING);
    await endsAreTold(workbench, labels);
    await workbench.openContainer("Oz Inspector");
    await workbench.view("ozInspector.watched").tree.waitFor("both folders", isOf(labels));
    await workbench.screenshot("new-folders-reloaded");
  });
});
