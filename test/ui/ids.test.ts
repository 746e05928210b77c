import assert from "node:assert/strict";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { textMember } from "../../src/base/readJson";
import { shortId } from "../../src/oz/model/id";
import { labelOf } from "./server";
import { useStage } from "./stage";
import { eventually } from "./workbench/eventually";
import type { TreeRow } from "./workbench/treeRow";

const UNKNOWN = "7e7e7e7e-0000-4000-8000-000000000001";

/** What looks any text up that is no ID. */
const OFFER = "Look up as transaction_id, event_session_id";

describe("IDs in editors, terminals and links", () => {
  const stage = useStage({}, () => ({ folders: 500, recordRequests: true }));

  /** IDs of a loaded folder, of folders far down the list, and of an analysis of another such folder. */
  let loaded: string;
  let far: string;
  let farther: string;
  let analysis: string;
  let log: string;
  beforeEach(async () => {
    const { sandbox, workbench } = stage;
    loaded = await sandbox.idAt(1);
    far = await sandbox.idAt(400);
    farther = await sandbox.idAt(420);
    const { resolution } = await sandbox.folderAt(440);
    analysis = resolution.groups[0]?.analyses[0]?.id ?? "";
    seen = 0;
    const lines = [
      `10:22:15.123 [info] POST /api/folders/ 201 folder {${loaded.toUpperCase()}}`,
      `10:22:16.456 [info] GET https://oz.example.com/api/folders/${far}?with_analyses=true`,
      `10:22:17.789 [error] {"folder_id":"${UNKNOWN}","state":"PROCESSING"}`,
      `10:22:18.012 [info] analysis=${analysis}`,
      `10:22:18.345 [info] request=${UNKNOWN.replace("7e", "8e")}-beef`,
    ];
    log = path.join(workbench.folder, "service.log");
    await writeFile(log, lines.join("\n"));
    await workbench.openFile("service.log");
  });
  afterEach(() => rm(log));

  /** Paths requested by ID since the last call. */
  let seen = 0;
  function askedById(): readonly string[] {
    const paths = stage.sandbox.requests.slice(seen).map((request) => request.path);
    seen = stage.sandbox.requests.length;
    return paths.filter((one) => /^\/api\/(folders|analyses)\/./.test(one));
  }

  /** The first folder from an index on that has metadata, which not all samples have. */
  async function folderWithMetaData(from: number): Promise<Record<"id" | "transaction" | "example", string>> {
    for (let index = from; ; index++) {
      const { id, metaData } = await stage.sandbox.folderAt(index);
      const [transaction, example] = ["transaction_id", "example"].map((key) => textMember(metaData, key));
      if (transaction !== undefined && example !== undefined) return { id, transaction, example };
    }
  }

  /** Conditions requested on metadata since the last call. */
  function askedForMetaData(): readonly string[] {
    const queries = stage.sandbox.requests.slice(seen).map(({ query }) => new URLSearchParams(query));
    seen = stage.sandbox.requests.length;
    return queries.flatMap((query) => query.getAll("meta_data"));
  }

  const waitForSelected = (what: string, isIt: (row: TreeRow) => boolean): Promise<TreeRow[]> =>
    stage.view.tree.waitFor(what, (rows) => rows.some((row) => row.selected && isIt(row)));

  it("shows a known folder in a hover without a request, and reveals it", async () => {
    const { workbench } = stage;
    askedById();
    const text = await workbench.editor.hoverAt(loaded.toUpperCase());
    assert.ok(text.includes(loaded), text);
    assert.match(text, /^Declined: Face match 0\.\d+, threshold 0\.85\.\n[^]*Age: \d+[mhd]/);
    assert.match(text, /Reveal · Explain · Open JSON · Watch$/);
    await workbench.screenshot("hover-known", "stays");
    assert.deepEqual(askedById(), []);
    await workbench.editor.followHover(loaded.toUpperCase(), "Reveal");
    await waitForSelected("its row", ({ label }) => label === labelOf(loaded));
    await workbench.editor.followHover(loaded.toUpperCase(), "Watch");
    await workbench.statusBar.waitFor(labelOf(loaded));
    assert.match(await workbench.editor.hoverAt(loaded.toUpperCase()), /Stop watching$/);
    await workbench.editor.followHover(loaded.toUpperCase(), "Stop watching");
  });

  it("looks up an unknown ID only on demand", async () => {
    const { workbench } = stage;
    askedById();
    const offer = "Look up in Sandbox";
    // Below it, VS Code says how to open the URL that contains the ID.
    assert.equal((await workbench.editor.hoverAt(far)).split("\n")[0], offer);
    await workbench.screenshot("hover-unknown", "stays");
    assert.deepEqual(askedById(), []);
    await workbench.editor.followHover(far, offer);
    await waitForSelected("its row", ({ label }) => label === labelOf(far));
    assert.deepEqual(askedById(), [`/api/folders/${far}`]);
  });

  it("looks up an analysis, names its folder and selects its row", async () => {
    const { sandbox, view, workbench } = stage;
    askedById();
    await view.pressTitle("Look Up Folder or Analysis…");
    await workbench.quickInput.waitFor("the picker", ({ placeholder }) => placeholder.startsWith("ID, or"));
    await workbench.quickInput.type(analysis.toUpperCase());
    await workbench.quickInput.waitForPicks(
      "the offer to look it up",
      ([one]) => one?.label === "Use this ID",
    );
    await workbench.quickInput.accept();
    await workbench.statusBar.waitFor(
      `${shortId(analysis)} is an analysis of folder ${labelOf(await sandbox.idAt(440))}`,
    );
    await waitForSelected("its row", ({ spoken }) => spoken.startsWith("Analysis"));
    assert.deepEqual(askedById().slice(0, 2), [`/api/folders/${analysis}`, `/api/analyses/${analysis}`]);
    await workbench.screenshot("looked-up-analysis");
    const text = await workbench.editor.hoverAt(analysis);
    assert.match(text, new RegExp(`Analysis: ${analysis}\\n[^]*Folder: `));
    await workbench.editor.followHover(analysis, "Open JSON");
    await workbench.editor.waitFor(
      "its JSON",
      (json) => json.includes(`"${analysis}"`) && !json.includes('"analyses"'),
    );
    await workbench.editor.close();
  });

  it("suggests looked-up and loaded IDs, and does not read a browser's clipboard", async () => {
    const { view, workbench } = stage;
    for (const id of [far, analysis]) await workbench.extensionHost.execute("ozInspector.lookUpFolder", id);
    await workbench.copy(`see ${farther}, please`);
    askedById();
    await view.pressTitle("Look Up Folder or Analysis…");
    const picks = await workbench.quickInput.waitForPicks("suggestions", (all) => all.length > 5);
    const labels = picks.map(({ label }) => label);
    assert.deepEqual(labels.slice(0, 2), [analysis, far]);
    assert.match(picks[0]!.description, /^Face match|^Liveness/);
    assert.match(picks[1]!.description, / · \d+h ago · looked up before$/);
    await workbench.screenshot("look-up-offers");
    await workbench.quickInput.type(loaded.slice(0, 11));
    await workbench.quickInput.waitForPicks(
      "the folder",
      ([one, offer, ...rest]) => one?.label === loaded && offer?.label === OFFER && rest.length === 0,
    );
    await workbench.quickInput.type(far.slice(0, 1));
    const typed = await workbench.quickInput.waitForPicks("what has the digit", (all) =>
      all.every(({ label, detail }) => label === OFFER || `${label} ${detail}`.includes(far.slice(0, 1))),
    );
    assert.deepEqual(
      typed.slice(0, 2).map(({ label }) => label),
      [analysis, far],
      "the latest look-up first, not sorted by label",
    );
    await workbench.screenshot("look-up-order");
    await workbench.quickInput.type("transaction");
    await workbench.quickInput.waitForPicks("a match in metadata", ([one]) =>
      (one?.detail ?? "").startsWith("transaction_id: "),
    );
    await workbench.screenshot("look-up-metadata");
    await workbench.quickInput.type("$(zap) no such thing");
    const offers = await workbench.quickInput.waitForPicks(
      "the offer to look it up as metadata",
      ([one]) => one?.label.startsWith("Look up as") === true,
    );
    assert.deepEqual(
      offers.map(({ label }) => label),
      [OFFER, "Not all metadata of 3 folders was searched. Filter by text to search all of it."],
    );
    await workbench.quickInput.cancel();
    assert.deepEqual(askedById(), []);
  });

  it("leads from a transaction in a log to its folder in two clicks, and sends nothing before", async () => {
    const { workbench } = stage;
    const { id, transaction } = await folderWithMetaData(430);
    await writeFile(log, `10:22:19.001 [info] safe result {"transaction_id": "${transaction}"}`);
    await workbench.editor.waitFor("the line", (text) => text.includes(transaction));
    askedForMetaData();
    const offer = "Look up transaction_id in Sandbox";
    assert.equal((await workbench.editor.hoverAt(transaction)).split("\n")[0], offer);
    await workbench.screenshot("hover-transaction", "stays");
    assert.deepEqual(askedForMetaData(), []);
    await workbench.editor.followHover(transaction, offer);
    await waitForSelected("its row", ({ label }) => label === labelOf(id));
    await workbench.statusBar.waitFor(`${labelOf(id)} was found by transaction_id`);
    assert.deepEqual(askedForMetaData(), [`transaction_id==${transaction}`]);
  });

  it("looks a value up as the keys of the setting, and lists several folders", async () => {
    const { view, workbench } = stage;
    const { id, transaction, example } = await folderWithMetaData(410);
    const lookUp = async (text: string, what: string, label: string): Promise<void> => {
      await view.pressTitle("Look Up Folder or Analysis…");
      await workbench.quickInput.waitFor("the picker", ({ placeholder }) => placeholder.startsWith("ID, or"));
      await workbench.quickInput.type(text);
      await workbench.quickInput.waitForPicks(what, (picks) => picks.some((pick) => pick.label === label));
    };
    askedForMetaData();
    await lookUp(transaction, "the offer", "Look up as transaction_id, event_session_id");
    assert.deepEqual(askedForMetaData(), []);
    await workbench.screenshot("look-up-value");
    await workbench.quickInput.accept();
    await waitForSelected("its row", ({ label }) => label === labelOf(id));
    await lookUp(`example: ${example}`, "the offer", "Look up as example");
    await workbench.quickInput.pick("Look up as example");
    await workbench.quickInput.waitFor("the list", ({ placeholder }) =>
      placeholder.endsWith(" folders found"),
    );
    const picks = await workbench.quickInput.waitForPicks("folders", (all) => all.length > 1);
    for (const { description } of picks) assert.match(description, / · by example$/);
    await workbench.screenshot("look-up-several");
    const last = picks.at(-1)?.label ?? "";
    await workbench.quickInput.pick(last);
    await waitForSelected("the chosen row", ({ label }) => label === labelOf(last));
  });

  it("copies a link that opens the folder after confirmation", async () => {
    const { view, workbench } = stage;
    await workbench.extensionHost.execute("ozInspector.lookUpFolder", far);
    await view.tree.scrollTo(labelOf(far));
    await (await view.tree.menu(labelOf(far))).choose("Copy Link");
    const link = await eventually(
      "the link",
      () => workbench.clipboard(),
      (text) => text === `vscode://oz-inspector.oz-inspector/folder/${far}`,
    );
    // As a desktop opens it: this build has a scheme of its own.
    const opened = link.replace(/^vscode:/, "code-oss:");
    await view.tree.scrollTo(labelOf(far));
    askedById();
    for (const button of ["Cancel", "Look Up"]) {
      await workbench.openLink(opened);
      const question = await workbench.dialog.text();
      assert.equal(question, `Look up folder ${far} on Sandbox?`);
      assert.deepEqual(askedById(), []);
      if (button === "Cancel") await workbench.screenshot("link");
      await workbench.dialog.press(button);
    }
    await waitForSelected("its row", ({ label }) => label === labelOf(far));
    await workbench.openLink(opened.replace("folder", "host"));
    const { message } = await workbench.notifications.waitFor("Not an Oz Inspector link");
    assert.match(message, /\.$/);
  });

  it("looks up IDs automatically in the configured languages, and a missing one only once", async () => {
    const { workbench } = stage;
    await workbench.editor.hoverAt(UNKNOWN);
    await workbench.changeSettings({ "ozInspector.hover.lookUpLanguages": ["log"] });
    askedById();
    for (let round = 0; round < 2; round++) {
      const text = await workbench.editor.hoverAt(UNKNOWN);
      assert.match(text, /^Sandbox has no folder or analysis with this ID\.\n+Look up in /);
    }
    assert.deepEqual(askedById(), [`/api/folders/${UNKNOWN}`, `/api/analyses/${UNKNOWN}`]);
    await workbench.screenshot("hover-missing", "stays");
  });

  it("links IDs and transactions in a terminal", async () => {
    const { workbench } = stage;
    const { id, transaction } = await folderWithMetaData(450);
    await workbench.terminal.run(`echo ${farther} transaction_id=${transaction}`);
    assert.match(await workbench.terminal.hover(farther), /Look Up in Oz Inspector/);
    await workbench.screenshot("terminal", "stays");
    await workbench.terminal.follow(farther);
    await waitForSelected("its row", ({ label }) => label === labelOf(farther));
    assert.match(await workbench.terminal.hover(transaction), /Look Up in Oz Inspector/);
    await workbench.terminal.follow(transaction);
    await waitForSelected("the row of the transaction", ({ label }) => label === labelOf(id));
  });
});
