import assert from "node:assert/strict";
import { commands, env, window, workspace, type TextDocument } from "vscode";
import { COMMANDS } from "../../src/ids";
import { prettyJson } from "../../src/views/json/prettyJson";
import { openFolders, type OpenFolders } from "./openFolders";

/** Waits until a document's text is right, checking it at each change. */
function untilText(document: TextDocument, isRight: (text: string) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (!isRight(document.getText())) return;
      listener.dispose();
      resolve();
    };
    const listener = workspace.onDidChangeTextDocument(check);
    check();
  });
}

function activeDocument(): TextDocument {
  const document = window.activeTextEditor?.document;
  assert.ok(document, "an editor is open");
  return document;
}

const statusIn = (text: string): unknown =>
  (JSON.parse(text) as { resolution_status: unknown }).resolution_status;

describe("the commands", () => {
  let server: OpenFolders;
  before(async () => {
    server = await openFolders(5000, { arrivalInterval: 3000 });
    await commands.executeCommand("ozInspector.openSandbox", server.sandbox.address);
  });
  after(async () => {
    await commands.executeCommand("ozInspector.signOut");
    await server.sandbox.close();
  });
  afterEach(() => commands.executeCommand("workbench.action.closeAllEditors"));

  it("are all registered", async () => {
    const registered = await commands.getCommands(true);
    for (const id of Object.values(COMMANDS)) assert.ok(registered.includes(id), id);
  });

  it("open the JSON of a folder that is not loaded, read-only and as the server sent it", async () => {
    const { folders } = await server.client.listFolders({ offset: 4000, limit: 1 });
    const { id } = folders[0]!;
    await commands.executeCommand("ozInspector.openJson", id.toUpperCase());
    const document = activeDocument();
    assert.equal(document.languageId, "json");
    assert.equal(document.uri.with({ query: "" }).toString(), `oz-inspector://sandbox/folders/${id}.json`);
    const { text } = await server.client.getFolder(id);
    assert.equal(document.getText(), prettyJson(text));
    assert.equal(await document.save(), false);
  });

  it("keep the JSON of a watched folder up to date until it ends", async () => {
    const { folders } = await server.client.listFolders({ offset: 0, limit: 1 });
    const { id } = folders[0]!;
    await commands.executeCommand("ozInspector.openJson", id);
    await commands.executeCommand("ozInspector.watchFolder", id);
    await untilText(activeDocument(), (text) => statusIn(text) === "FINISHED" || statusIn(text) === "FAILED");
    await commands.executeCommand("ozInspector.unwatchFolder");
  });

  it("copy the complete ID", async () => {
    const { folders } = await server.client.listFolders({ offset: 7, limit: 1 });
    await commands.executeCommand("ozInspector.copyId", folders[0]!.id);
    assert.equal(await env.clipboard.readText(), folders[0]!.id);
  });

  it("never reject, whatever their argument", async () => {
    for (const argument of ["no id", "7e7e7e7e-0000-4000-8000-000000000001"]) {
      await commands.executeCommand("ozInspector.refreshFolder", argument);
      await commands.executeCommand("ozInspector.openJson", argument);
      await commands.executeCommand("ozInspector.watchFolder", argument);
    }
    assert.equal(window.activeTextEditor, undefined);
    for (const address of ["https://oz.example.com", "not an address", "http://127.0.0.1:1"]) {
      await commands.executeCommand("ozInspector.openSandbox", address);
    }
    await commands.executeCommand("notifications.clearAll");
  });
});
