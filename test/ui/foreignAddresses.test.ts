import assert from "node:assert/strict";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { makeTemporary } from "../vscode/temporary";
import { labelOf, startTestSandbox, type TestSandbox } from "./server";
import { signIn } from "./signIn";
import { eventually } from "./workbench/eventually";
import { openWorkbench } from "./workbench/open";
import type { View } from "./workbench/view";
import type { Workbench } from "./workbench/workbench";

/** URIs of a folder's documents that an attacker can guess. */
const guesses: readonly ((id: string, host: string) => string)[] = [
  (id) => `oz-inspector-explanation:/${id}.md`,
  (id, host) => `oz-inspector-explanation://${host}/folders/${id}.md`,
  (id) => `oz-inspector:/folders/${id}.json`,
  (id, host) => `oz-inspector://${host}/folders/${id}.json?connection=`,
];

describe("URIs of our documents in workspace files", () => {
  let sandbox: TestSandbox;
  let workbench: Workbench;
  let view: View;
  /** Folders far down the list, so neither opened nor loaded. */
  let victims: string[];
  let loads = 0;
  before(async () => {
    sandbox = await startTestSandbox({ folders: 300, recordRequests: true });
    victims = await Promise.all(Array.from({ length: 14 }, (_, index) => sandbox.idAt(200 + index)));
    workbench = await openWorkbench({
      folder: await hostileWorkspace(),
      workspaceTrust: true,
      // Opens in Restricted Mode without asking first.
      settings: { "security.workspace.trust.startupPrompt": "never" },
    });
    view = workbench.view("ozInspector.folders");
    await signIn(workbench, sandbox.address);
  });
  after(async () => {
    await workbench.close();
    await sandbox.close();
  });

  beforeEach(() => workbench.extensionHost.execute("workbench.action.closeAllEditors"));

  /** Makes each guess the schema of one file by its `$schema`, and of another by the settings. */
  async function hostileWorkspace(): Promise<string> {
    const folder = path.join(await makeTemporary(), "schemas");
    const host = new URL(sandbox.address).host;
    const schemas = guesses.map((guess, index) => ({
      fileMatch: [`setting-${index}.json`],
      url: guess(victims[4 + index]!, host),
    }));
    await mkdir(path.join(folder, ".vscode"), { recursive: true });
    await writeFile(path.join(folder, ".vscode/settings.json"), JSON.stringify({ "json.schemas": schemas }));
    for (const [index, guess] of guesses.entries()) {
      const file = { $schema: guess(victims[index]!, host), name: "x" };
      await writeFile(path.join(folder, `file-${index}.json`), JSON.stringify(file));
      await writeFile(path.join(folder, `setting-${index}.json`), '{"name": "x"}');
    }
    await writeFile(path.join(folder, "last.json"), '{"name": "x"}');
    return folder;
  }

  /**
   * Has VS Code load schemas from these URIs, between two of ours that show how far it got. The refresh afterwards is
   * sent after any request that the URIs caused.
   */
  async function load(...addresses: string[]): Promise<void> {
    // New paths each time, as VS Code caches schemas.
    const round = `/${++loads}`;
    const [before, after] = [`${round}/before.json`, `${round}/after.json`] as const;
    const refs = [`test-schema:${before}`, ...addresses, `test-schema:${after}`];
    await workbench.extensionHost.setSchemas({
      [`${round}/all.json`]: JSON.stringify({ allOf: refs.map(($ref) => ({ $ref })) }),
    });
    const schema = { fileMatch: ["last.json"], url: `test-schema:${round}/all.json` };
    await workbench.changeSettings({ "json.schemas": [schema] });
    await workbench.openFile("last.json");
    await eventually(
      "VS Code to load the schemas",
      () => workbench.extensionHost.wantedSchemas(),
      (paths) => [before, after].every((one) => paths.includes(one)),
    );
    const sent = sandbox.requests.length;
    await workbench.extensionHost.execute("ozInspector.refresh");
    await eventually(
      "the refresh",
      () => sandbox.requests.length,
      (count) => count > sent,
    );
    await workbench.editor.close();
  }

  const askedForVictims = (): string[] =>
    sandbox.requests
      .map(({ path: asked }) => asked)
      .filter((asked) => victims.some((id) => asked.includes(id)));

  it("cause no request when such a file is opened in Restricted Mode", async () => {
    await workbench.statusBar.waitFor("Restricted Mode");
    for (const index of guesses.keys()) {
      await workbench.openFile(`file-${index}.json`);
      await workbench.openFile(`setting-${index}.json`);
    }
    await workbench.screenshot("foreign-addresses");
    const host = new URL(sandbox.address).host;
    await load(...guesses.map((guess, index) => guess(victims[8 + index]!, host)));
    assert.deepEqual(askedForVictims(), []);
  });

  it("cause no request even if they name the active connection", async () => {
    const id = await sandbox.idAt(0);
    await view.tree.act(labelOf(id), "Open JSON");
    await workbench.editor.waitFor("the JSON", (text) => text.includes(`"folder_id": "${id}"`));
    const [document] = (await workbench.extensionHost.documents()).filter(({ uri }) => uri.includes(id));
    assert.ok(document);
    const json = document.uri.replace(id, victims[12]!);
    const explanation = document.uri
      .replace("oz-inspector:", "oz-inspector-explanation:")
      .replace(`${id}.json`, `${victims[13]!}.md`);
    await load(json, explanation);
    assert.deepEqual(askedForVictims(), []);
  });

  it("still open after a reload if our command had opened them", async () => {
    const id = await sandbox.idAt(1);
    await (await view.tree.menu(labelOf(id))).choose("Explain Result");
    const shows = (text: string): boolean =>
      text.includes(id) && text.includes("Server and analyses compared");
    await workbench.preview.waitFor("the explanation", shows);
    await workbench.previewKept(id);
    await workbench.reload();
    await workbench.preview.waitFor("the explanation again", shows);
  });
});
