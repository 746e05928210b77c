import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { CATALOGUE } from "../../src/sandbox/scenarios/catalogue";
import { verdict } from "../../src/views/text/verdict";
import { useStage } from "./stage";

/** Folders that make one ask why; each explanation is to be looked at. */
const TRICKY = [
  "one attack in three videos",
  "between the thresholds",
  "two matches in a collection",
  "decided by an operator",
  "operator against the system",
  "the group posted last decides",
  "an unknown word in an analysis",
  "failed outranks declined",
  "success after three attempts",
  "success without analyses",
  "liveness with nothing to check",
  "declined and running again",
];

describe("Explain Result", () => {
  const stage = useStage({ theme: "light" });

  it("marks a folder whose result contradicts its analyses, and says why", async () => {
    const { workbench, view } = stage;
    const rows = await view.tree.waitFor("a marked row", (seen) =>
      seen.some(({ description }) => description.startsWith("⚠ Success")),
    );
    const marked = rows.find(({ description }) => description.startsWith("⚠ Success"))!;
    assert.match(marked.spoken, /\d findings?/);
    assert.match(
      await view.tree.hover(marked.label),
      /The server's system_resolution is SUCCESS, but its analyses give Declined\./,
    );
    const menu = await view.tree.menu(marked.label);
    await menu.choose("Explain Result");
    const text = await workbench.preview.waitFor("the explanation", (seen) =>
      seen.includes("says the server"),
    );
    assert.match(
      text,
      /Success, says the server \(system_resolution\); its analyses give Declined: Face match 0\.\d+, threshold 0\.85/,
    );
    assert.match(text, /resultDiffers/);
    await workbench.screenshot("explanation");
  });

  it("gives the reason for folders that make one ask why", async () => {
    const { workbench, sandbox } = stage;
    for (const name of TRICKY) {
      const index = CATALOGUE.findIndex((scenario) => scenario.name === name);
      const { id, resolution } = await sandbox.folderAt(index);
      await workbench.extensionHost.execute("workbench.action.closeAllEditors");
      await workbench.runWithId("Oz Inspector: Explain Result", id);
      const sentence = verdict(resolution, Date.now());
      await workbench.preview.waitUntilShown(
        name,
        (text) => text.includes(id) && text.replaceAll("\n", " ").includes(sentence),
      );
      await workbench.screenshot(`explanation-${name.replaceAll(" ", "-")}`);
    }
  });

  it("has a tab for each folder, which stays when another Markdown file is opened", async () => {
    const { workbench, sandbox } = stage;
    const { editor, preview } = workbench;
    const [first, second] = [await sandbox.idAt(0), await sandbox.idAt(1)];
    const explain = async (id: string): Promise<void> => {
      await workbench.extensionHost.execute("ozInspector.explainResult", id);
      await preview.waitUntilShown("the explanation", (text) => text.includes(id));
    };
    await explain(first);
    await explain(second);
    await writeFile(path.join(workbench.folder, "notes.md"), "# Notes\n");
    await workbench.openFile("notes.md");
    await editor.waitFor("the notes", (text) => text.includes("# Notes"));
    await explain(first);
    assert.deepEqual(await editor.titles(), [`[Preview] ${first}.md`, `[Preview] ${second}.md`, "notes.md"]);
    await workbench.screenshot("explanation-locked");
  });

  it("updates while the folder is processed", async () => {
    const { workbench, sandbox } = stage;
    const id = await sandbox.idAt(0);
    await workbench.runWithId("Oz Inspector: Explain Result", id);
    await workbench.preview.waitFor("the explanation", (text) => text.includes(id));
    sandbox.analyseAgain(id);
    await workbench.extensionHost.execute("ozInspector.refresh");
    await workbench.preview.waitFor(
      "the folder to run",
      (text) => text.includes(id) && /^Processing, was Success: /m.test(text),
    );
    await workbench.preview.waitFor(
      "the folder to end",
      (text) => text.includes(id) && !/^Processing, was Success: /m.test(text),
    );
  });
});
