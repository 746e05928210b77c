import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { CLOCK_TIME, withTimes } from "../clockTime";
import { replying, rewriting, type Act, type Fault } from "../faults/catalogue/fault";
import { startFront } from "../faults/front/front";
import { makeTemporary, removeTemporary } from "../vscode/temporary";
import { labelOf, startTestSandbox } from "./server";
import { removeConnections } from "./signIn";
import { useStage } from "./stage";
import { eventually } from "./workbench/eventually";

/** Six megabytes: an array of 60,000 strings. */
const LARGE = Array.from({ length: 60_000 }, () => "x".repeat(100));

/** A folder's ID, and members before it that JSON does not allow. */
const INVALID = '"odd": NaN, "order": 9007199254740993, "raw": "a\tb", "folder_id"';

/** @returns a fault of the data that no user is told of */
function otherwise(act: Act): Fault {
  return { id: "odd-data", group: "data", title: "Odd data", sentence: undefined, reason: undefined, act };
}

describe("JSON documents", () => {
  const stage = useStage({ size: { width: 1400, height: 800 } });

  let folder: string;
  /** The newest folder, a success with one group. */
  let id: string;
  beforeEach(async () => {
    folder = await makeTemporary();
    id = await stage.sandbox.idAt(0);
  });
  afterEach(() => removeTemporary(folder));

  /** Opens the folder's JSON; returns the CodeLenses above it. */
  async function openJson(): Promise<string[]> {
    const { view, workbench } = stage;
    await view.tree.act(labelOf(id), "Open JSON");
    return await workbench.editor.waitForLens("Version 1");
  }

  it("show their version and when it was received", async () => {
    const { workbench } = stage;
    const lenses = await openJson();
    assert.match(lenses[0] ?? "", withTimes`^Version 1 · received ${CLOCK_TIME}$`);
    assert.deepEqual(lenses.slice(1), ["Compare…", "Save As…", "Explain Result"]);
    await workbench.screenshot("json-version-1");
  });

  it("explain a status in a hover", async () => {
    await openJson();
    assert.match(await stage.workbench.editor.hover('"SUCCESS"'), /Success: check succeeded/);
  });

  it("have an outline of their keys", async () => {
    const { workbench } = stage;
    const { editor } = workbench;
    await openJson();
    await editor.click('"media": [');
    await editor.goToSymbol();
    await workbench.quickInput.type("@system");
    assert.ok((await workbench.quickInput.picks()).some(({ label }) => label === "system_resolution"));
    await workbench.screenshot("json-outline");
    await workbench.quickInput.cancel();
  });

  it("update in place, keep folds and scroll position, and can be compared with earlier versions", async () => {
    const { sandbox, view, workbench } = stage;
    const { editor, quickInput } = workbench;
    await openJson();
    await editor.fold('"media": [');
    await editor.scrollBy(12);
    const before = await editor.text();
    assert.ok(!before.includes('"system_resolution"'), "its beginning is out of view");
    sandbox.analyseAgain(id, "DECLINED");
    const isNew = (text: string): boolean => (text.match(/"BIOMETRY"/g)?.length ?? 0) > 1;
    await untilText(isNew);
    await untilText((text) => text.includes('"system_resolution": "DECLINED"'));
    const after = await editor.text();
    assert.equal(after.split("\n")[0], before.split("\n")[0]);
    assert.equal(after.split("\n")[9], before.split("\n")[9]);
    await workbench.screenshot("json-scrolled");
    await editor.scrollBy(-40);
    const lenses = await editor.waitForLens(/Version [3-9]/);
    assert.match(lenses[1] ?? "", /^Compare with Version [2-9]$/);
    assert.match(await editor.text(), /"system_resolution": "DECLINED"/);
    assert.match(await editor.text(), /"media": \[\n {2}\],/);
    await workbench.screenshot("json-versions");

    const [, compare = ""] = await editor.lenses();
    await editor.pressLens(compare);
    const version = compare.replace("Compare with ", "");
    await editor.waitForDiff(`${labelOf(id)}: ${version} ↔ Now`);
    await editor.waitForSides(
      "the states",
      (left, right) => left.includes('"PROCESSING"') && right.includes('"DECLINED"'),
    );
    await workbench.screenshot("json-compare-lens");
    await editor.close();

    await (await view.tree.menu(labelOf(id))).choose("Compare JSON…");
    await quickInput.waitFor("the picker", ({ title }) => title === `Compare JSON: ${labelOf(id)}`);
    const picks = await quickInput.picks();
    assert.ok(
      picks.some(({ label, description }) => label === "Version 1" && description.startsWith("Success")),
    );
    assert.match(picks[0]?.description ?? "", /^Processing/);
    await workbench.screenshot("json-compare-pick");
    await quickInput.pick("Version 1");
    await editor.waitForDiff(`${labelOf(id)}: Version 1 ↔ Now`);
    await editor.waitForSides(
      "both results",
      (left, right) =>
        left.includes('"system_resolution": "SUCCESS"') && right.includes('"system_resolution": "DECLINED"'),
    );
    await workbench.screenshot("json-compare");
    sandbox.analyseAgain(id, "SUCCESS");
    await editor.waitForSides(
      "the current side to update",
      (left, right) =>
        left.includes('"system_resolution": "SUCCESS"') &&
        right.includes('"system_resolution": "PROCESSING"'),
    );
    await editor.close();
  });

  it("can be compared for two folders", async () => {
    const { sandbox, view, workbench } = stage;
    const { editor, quickInput } = workbench;
    const other = await sandbox.idAt(1);
    await (await view.tree.menu(labelOf(other))).choose("Compare JSON…");
    await quickInput.waitFor("the picker without earlier versions", ({ placeholder }) =>
      placeholder.startsWith("No earlier version was seen in this session"),
    );
    await workbench.screenshot("json-compare-nothing-seen");
    await quickInput.type(id);
    await quickInput.pick(labelOf(id));
    await editor.waitForDiff(`${labelOf(other)} ↔ ${labelOf(id)}`);
    await editor.waitForSides(
      "both folders",
      (left, right) => left.includes(`"folder_id": "${other}"`) && right.includes(`"folder_id": "${id}"`),
    );
    await workbench.screenshot("json-compare-folders");
  });

  it("can be compared for two analyses", async () => {
    const { sandbox, view, workbench } = stage;
    const { editor, quickInput } = workbench;
    const other = await sandbox.idAt(1);
    await view.tree.expand(labelOf(other));
    await (await view.tree.menu("Face match")).choose("Compare JSON…");
    await quickInput.waitFor("the picker", ({ title }) => /^Compare JSON: Face match \w{8}$/.test(title));
    await workbench.screenshot("json-compare-analyses");
    await quickInput.pick("Liveness");
    await editor.waitForSides(
      "both types",
      (left, right) => left.includes('"type": "BIOMETRY"') && right.includes('"type": "QUALITY"'),
    );
  });

  it("give the JSON path at the cursor", async () => {
    const { workbench } = stage;
    const { editor } = workbench;
    await openJson();
    await editor.waitForTitle(`${id}.json`);
    await (await editor.menu('"time_created"')).choose("Copy JSON Path");
    await workbench.statusBar.waitFor("Copied $.time_created");
    assert.equal(await workbench.clipboard(), "$.time_created");
  });

  it("are saved as shown, where the user chooses", async () => {
    const { workbench } = stage;
    const { editor, quickInput } = workbench;
    const target = path.join(folder, "saved.json");
    await openJson();
    await editor.pressLens("Save As…");
    const { value } = await quickInput.waitFor("the file to save to", (prompt) =>
      prompt.value.endsWith(".json"),
    );
    assert.ok(value.endsWith(`/folder-${id}.json`), value);
    await workbench.screenshot("json-save");
    await quickInput.enterPath(target);
    await workbench.statusBar.waitFor("Saved saved.json");
    const [document] = await documents();
    assert.equal(await readFile(target, "utf8"), document?.text);
  });

  it("say in a sentence when they cannot be saved", async () => {
    const { view, workbench } = stage;
    await view.tree.click(labelOf(id));
    await (await view.tree.menu(labelOf(id))).choose("Save JSON As…");
    await workbench.quickInput.waitFor("the file to save to", (prompt) => prompt.value.endsWith(".json"));
    await workbench.quickInput.enterPath("/proc/saved.json");
    const { severity, message } = await workbench.notifications.waitFor("saved.json could not be written");
    assert.equal(severity, "error");
    assert.doesNotMatch(message, /Error|EACCES|ENOENT/);
    await workbench.screenshot("json-save-failed");
  });

  it("open as plain text if very large, and say so", async () => {
    const { sandbox, view, workbench } = stage;
    const large = await sandbox.idAt(3);
    const server = await startFront(sandbox.address);
    await workbench.extensionHost.execute("ozInspector.signOut");
    await workbench.extensionHost.execute("ozInspector.openSandbox", server.address);
    await view.tree.waitFor("its row", (rows) => rows.some(({ label }) => label === labelOf(large)));
    server.fault = otherwise(rewriting((json) => ({ ...(json as object), large: LARGE })));
    await view.tree.act(labelOf(large), "Open JSON");
    await workbench.notifications.waitFor(/^Shown as plain text: this JSON has \d\.\d MB\.$/);
    await workbench.editor.waitForTitle(`${large}.json`);
    await workbench.statusBar.waitFor("Plain Text");
    await workbench.screenshot("json-large");
    await server.close();
  });

  it("show a reply that is not valid JSON as it came, in a list that loses only what is invalid", async () => {
    const { sandbox, view, workbench } = stage;
    const odd = await sandbox.idAt(4);
    const server = await startFront(sandbox.address);
    server.fault = otherwise(
      replying(async (exchange) => {
        const reply = await exchange.upstream();
        return { ...reply, body: Buffer.from(reply.body.toString().replaceAll('"folder_id"', INVALID)) };
      }),
    );
    await workbench.extensionHost.execute("ozInspector.signOut");
    await workbench.extensionHost.execute("ozInspector.openSandbox", server.address);
    const rows = await view.tree.waitFor("its row", (all) => all.some(({ label }) => label === labelOf(odd)));
    assert.ok(rows.length > 10, `only ${rows.length} rows`);
    await view.tree.act(labelOf(odd), "Open JSON");
    await workbench.notifications.waitFor("Shown as received: this is not valid JSON.");
    await workbench.editor.waitForTitle(`${odd}.json`);
    await workbench.editor.waitFor("the text as it came", (text) => text.includes('"odd": NaN'));
    await workbench.screenshot("json-invalid");
    const [document] = (await workbench.extensionHost.documents()).filter(({ uri }) => uri.includes(odd));
    assert.match(
      document?.text ?? "",
      /^\{"odd": NaN, "order": 9007199254740993, "raw": "a\tb", "folder_id"/,
    );
    await server.close();
  });

  it("stay open when their folder is deleted, and say so", async () => {
    const { sandbox, view, workbench } = stage;
    const other = await sandbox.idAt(2);
    await view.tree.act(labelOf(other), "Open JSON");
    await workbench.editor.waitForLens("Version 1");
    sandbox.remove(other);
    await workbench.extensionHost.execute("ozInspector.refresh");
    const [first] = await workbench.editor.waitForLens("no longer on the server");
    assert.match(first ?? "", withTimes`^Version 1 · received ${CLOCK_TIME} · no longer on the server$`);
    assert.match(await workbench.editor.text(), new RegExp(`"folder_id": "${other}"`));
    await workbench.screenshot("json-gone");
  });

  it("stay open when the connection is switched, say so, and update again when it is back", async () => {
    const { sandbox, workbench } = stage;
    const { editor, extensionHost } = workbench;
    await openJson();
    await editor.waitForLens("Compare…");
    const other = await startTestSandbox({ folders: 5 });
    await extensionHost.execute("ozInspector.openSandbox", other.address);
    await editor.waitForLens("from another connection");
    assert.match(await editor.text(), new RegExp(`"folder_id": "${id}"`));
    await workbench.screenshot("json-left");
    await workbench.runCommand("Oz Inspector: Switch Connection…");
    await workbench.quickInput.pick("Sandbox");
    await editor.waitForLens("Compare…");
    sandbox.analyseAgain(id, "FAILED");
    await untilText((text) => text.includes('"system_resolution": "FAILED"'));
    await removeConnections(workbench);
    await other.close();
  });

  /** The open documents of the folder in their current version. */
  async function documents(): Promise<{ text: string }[]> {
    const all = await stage.workbench.extensionHost.documents();
    // VS Code may still list documents that another test has just closed.
    const ours = new RegExp(`(:|%3A)${stage.sandbox.port}\\b`);
    return all.filter(({ uri }) => ours.test(uri) && uri.includes(id) && !uri.includes("version"));
  }

  async function untilText(isRight: (text: string) => boolean): Promise<void> {
    await eventually("the JSON", documents, (all) => all.some(({ text }) => isRight(text)));
  }
});
