import assert from "node:assert/strict";
import type { TextDocument } from "vscode";
import type { SavedConnection } from "../../../src/connections/savedConnection";
import { Folders } from "../../../src/folders/folders";
import { Documents } from "../../../src/views/documents";
import { explanationUri, sourceOf } from "../../../src/views/documentUri";
import { OpenedUris } from "../../../src/views/openedUris";
import { clearDesk, desk } from "../../standIn/desk";
import { documents as standIn, textOf } from "../../standIn/documents";
import { TestMemory } from "../connections/stores";
import { folder, idOf } from "../folders/build";
import { settle } from "../settle";
import { TestClock } from "../testClock";

const server = {
  kind: "server",
  baseUrl: "https://oz.example.com",
  savesPassword: false,
  signedIn: true,
} as const;
const first: SavedConnection = { ...server, id: "1", name: "First" };
const second: SavedConnection = { ...server, id: "2", name: "Second" };

describe("Documents", () => {
  const clock = new TestClock();
  let current: SavedConnection;
  let folders: Folders;
  let documents: Documents;
  let opened: OpenedUris;
  let redrawn: string[];

  /** Shows a connection as the extension does: first its folders, then its documents. */
  function show(saved: SavedConnection): void {
    current = saved;
    folders.store.show(saved.id);
    documents.showConnection();
  }

  beforeEach(() => {
    clearDesk();
    current = first;
    opened = new OpenedUris(new TestMemory());
    folders = new Folders(
      () => Promise.reject(new Error("There is no server.")),
      new TestMemory(),
      new TestMemory(),
      clock,
      () => 0.5,
    );
    documents = new Documents({
      folders,
      findings: () => [],
      connected: () => current,
      opened,
      hiddenFindings: () => [],
      clock,
    });
    redrawn = [];
    documents.json.onDidChange((uri) => redrawn.push(uri.toString()));
    show(first);
    folders.store.current.applyFolders([folder(1)]);
  });

  /** Opens the JSON of the folder in the shown connection. */
  function open(): string {
    const uri = documents.json.uri({ folderId: idOf(1) });
    desk.front = { uri, isClosed: false } as TextDocument;
    return uri.toString();
  }

  it("says that a folder is gone if the server no longer has it", () => {
    open();
    folders.store.current.applyNotFound(idOf(1));
    assert.ok(!documents.json.isGone(idOf(1)), "one reply may come from a server that lags behind");
    clock.advance(10_000);
    folders.store.current.applyNotFound(idOf(1));
    assert.ok(documents.json.isGone(idOf(1)));
  });

  it("does not take the folders of another connection for gone", () => {
    current = second;
    open();
    current = first;
    show(second);
    assert.ok(!documents.json.isGone(idOf(1)));
  });

  it("redraws the documents of a connection once when it is shown again, and not when its session is renewed", () => {
    const uri = open();
    show(second);
    assert.deepEqual(redrawn, []);
    show(first);
    documents.showConnection();
    assert.deepEqual(redrawn, [uri]);
  });

  it("keeps no reply, which would be polled, for an analysis that is no longer in the folder", async () => {
    const text = JSON.stringify({ folder_id: idOf(1), analyses: [] });
    const uri = documents.json.uri({ folderId: idOf(1), analysisId: "a" });
    const read = (): Promise<string> => documents.json.provideTextDocumentContent(uri);
    await folders.rawReplies.open(idOf(1), text);
    await assert.rejects(read(), /no longer in the folder/);
    assert.ok(!folders.rawReplies.has(idOf(1)));

    await folders.rawReplies.open(idOf(1), text);
    open();
    await assert.rejects(read(), /no longer in the folder/);
    assert.ok(folders.rawReplies.has(idOf(1)), "another document shows the folder");
  });

  it("shows an explanation if its folder is loaded just while VS Code opens the document", async () => {
    const uri = explanationUri(sourceOf(first), idOf(2));
    opened.add(uri.toString());
    const opening = standIn.openTextDocument(uri);
    await Promise.resolve();
    folders.store.current.applyFolders([folder(2)]);
    await opening;
    await settle();
    assert.match(textOf(`${idOf(2)}.md`) ?? "", /^# (?!Folder)/);
  });
});
