import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { effectiveStatus } from "../../src/status/effectiveStatus";
import { newestFolders, sandboxClient } from "../sandboxClient";
import { makeTemporary, removeTemporary } from "../vscode/temporary";
import { useStage } from "./stage";

describe("Save List", () => {
  let latency = 0;
  const stage = useStage({}, () => {
    latency = 0;
    return { folders: 3000, latency: () => latency };
  });

  let folder: string;
  beforeEach(async () => {
    folder = await makeTemporary();
  });
  afterEach(() => removeTemporary(folder));

  async function chooseFile(name: string): Promise<string> {
    const { quickInput } = stage.workbench;
    const { value } = await quickInput.waitFor("the file to save to", (prompt) =>
      prompt.value.endsWith(path.extname(name)),
    );
    assert.match(value, /\/folders-\d{4}-\d\d-\d\d\.\w+$/);
    const file = path.join(folder, name);
    await quickInput.enterPath(file);
    return file;
  }

  it("writes the loaded folders as CSV, as the list has them", async () => {
    const { sandbox, view, workbench } = stage;
    const { notifications, quickInput } = workbench;
    await view.chooseMore("Save List…");
    await quickInput.waitFor("the formats", ({ placeholder }) => placeholder === "Choose a format");
    await workbench.screenshot("save-list-format");
    await quickInput.pick("CSV");
    await quickInput.waitForPicks("the folders", (picks) => picks[0]?.label === "Loaded Folders");
    await workbench.screenshot("save-list-folders");
    await quickInput.pick("Loaded Folders");
    await quickInput.waitFor("the keys", ({ placeholder }) => placeholder.startsWith("Select metadata"));
    await workbench.screenshot("save-list-keys");
    await quickInput.press("OK");
    const file = await chooseFile("list.csv");
    await notifications.waitFor("Saved 100 of 3,000 folders to list.csv.");
    await workbench.screenshot("save-list-saved");
    await notifications.press(/Saved 100/, "Open");
    await workbench.screenshot("save-list-opened");
    const rows: Record<string, string>[] = parse(await readFile(file), { bom: true, columns: true });
    const all = await newestFolders(sandboxClient(sandbox.address));
    assert.deepEqual(
      rows.map((row) => [row.folder_id, Date.parse(row.time_created ?? ""), row.result]),
      all
        .slice(0, 100)
        .map(({ id, createdAt = NaN, resolution }) => [
          id,
          Math.floor(createdAt),
          effectiveStatus(resolution),
        ]),
    );
    const shown = (await view.tree.rows()).filter(({ level }) => level === 1).map(({ label }) => label);
    assert.deepEqual(
      rows.slice(0, shown.length).map((row) => row.folder_id?.slice(0, 8)),
      shown,
    );
    assert.ok(!Object.keys(rows[0]!).some((column) => column.startsWith("meta_data")));
    assert.ok(rows.some(({ score }) => score !== ""));
    assert.deepEqual(await readdir(folder), ["list.csv"]);
  });

  it("reads all that the filter lets through, and writes them as JSON Lines with the chosen metadata", async () => {
    const { sandbox, view, workbench } = stage;
    const { notifications, quickInput } = workbench;
    await view.pressTitle("Filter…");
    await quickInput.pick("Result");
    await quickInput.tick("Declined");
    await quickInput.pick("Show Folders");
    await view.tree.waitFor("a match", (rows) => rows.some(({ level }) => level === 1));
    await workbench.runCommand("Oz Inspector: Save List…");
    await quickInput.pick("JSON Lines");
    await quickInput.pick("All Folders That Match the Filter");
    await quickInput.tick("transaction_id");
    // Before the file is written, as the message about it hides after a while.
    const all = await newestFolders(sandboxClient(sandbox.address));
    const declined = all.filter(({ resolution }) => effectiveStatus(resolution) === "DECLINED");
    assert.ok(declined.length > 50, "more than a search finds at first");
    const file = await chooseFile("declined.jsonl");
    await notifications.waitFor(`Saved ${declined.length} folders to declined.jsonl.`);
    const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
    assert.deepEqual(
      lines
        .map((line) => JSON.parse(line) as { folder_id: string; result: string; meta_data: object })
        .map(({ folder_id: id, result, meta_data: metaData }) => ({ id, result, metaData })),
      declined.map(({ id, metaData = {} }) => ({
        id,
        result: "DECLINED",
        metaData: "transaction_id" in metaData ? { transaction_id: metaData.transaction_id } : {},
      })),
    );
  });

  it("leaves no file when it is cancelled", async () => {
    const { workbench } = stage;
    const { notifications, quickInput } = workbench;
    await workbench.runCommand("Oz Inspector: Save List…");
    await quickInput.pick("CSV");
    await quickInput.pick("All Folders");
    await quickInput.waitFor("the keys", ({ placeholder }) => placeholder.startsWith("Select metadata"));
    await quickInput.press("OK");
    latency = 1000;
    await chooseFile("cancelled.csv");
    await notifications.waitFor(/of 3,000 folders/);
    await workbench.screenshot("save-list-progress");
    await notifications.press(/Reading folders/, "Cancel");
    await notifications.gone(/Reading folders/);
    assert.deepEqual(await readdir(folder), []);
    assert.deepEqual(await notifications.read(), []);
  });
});
