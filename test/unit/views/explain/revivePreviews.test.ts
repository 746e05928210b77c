import assert from "node:assert/strict";
import type { TextDocument, Uri } from "vscode";
import { explanationUri, jsonUri } from "../../../../src/views/documentUri";
import { revivePreviews } from "../../../../src/views/explain/revivePreviews";
import { OpenedUris } from "../../../../src/views/openedUris";
import { clearDesk, desk } from "../../../standIn/desk";
import { TestMemory } from "../../connections/stores";
import { idOf } from "../../folders/build";

const SERVER = { server: "oz.example", key: "a" };
const [first, second] = [explanationUri(SERVER, idOf(1)), explanationUri(SERVER, idOf(2))];

describe("revivePreviews", () => {
  let memory: TestMemory;
  let opened: OpenedUris;
  beforeEach(() => {
    clearDesk();
    memory = new TestMemory();
    opened = new OpenedUris(memory);
  });

  /** Opens a document by one of our commands, in a group of editors. */
  function open(uri: Uri, column = 1): void {
    opened.add(uri.toString());
    desk.documents.set(uri.toString(), { document: { uri } as TextDocument, text: "", column });
  }

  /** Starts the extension host in the window. @returns what was done with previews, in order */
  async function start(): Promise<readonly string[]> {
    desk.seen.length = 0;
    await revivePreviews(memory, opened);
    return desk.seen.map(({ what, text }) => `${what} ${text}`);
  }

  const opens = (uri: Uri): string => `command markdown.showPreview ${uri.toString()}  {"locked":true}`;

  const revived = (uri: Uri, group: string): readonly string[] => [
    `command workbench.action.focus${group}EditorGroup`,
    opens(uri),
    `close [Preview] ${uri.path.split("/").at(-1)}`,
  ];

  it("opens all anew in their places, and gives the editor in front back the focus", async () => {
    await start();
    open(first);
    open(second, 2);
    open(jsonUri(SERVER, { folderId: idOf(3) }));
    desk.documents.set("file:///notes.md", { document: {} as TextDocument, text: "" });
    desk.front = { uri: "file:///code.ts" } as unknown as TextDocument;
    assert.deepEqual(await start(), [
      ...revived(first, "First"),
      ...revived(second, "Second"),
      "document file:///code.ts",
    ]);
  });

  it("leaves them to VS Code when it restores the window", async () => {
    open(first);
    assert.deepEqual(await start(), []);
    assert.deepEqual(await start(), revived(first, "First"));
    desk.sessionId = "after a reload";
    assert.deepEqual(await start(), []);
  });

  it("opens that of each connection if two have the same folder", async () => {
    await start();
    const other = explanationUri({ ...SERVER, key: "b" }, idOf(1));
    open(first);
    open(other);
    const previews = (await start()).filter((what) => what.startsWith("command markdown."));
    assert.deepEqual(previews.sort(), [first, other].map(opens));
  });

  it("keeps one that cannot be opened, and opens the others", async () => {
    await start();
    open(first);
    open(second);
    const previewed: string[] = [];
    desk.commands.set("markdown.showPreview", (uri) => {
      if (String(uri) === first.toString()) throw new Error("No preview.");
      previewed.push(String(uri));
    });
    const closed = (await start()).filter((what) => what.startsWith("close"));
    assert.deepEqual([previewed, closed], [[second.toString()], revived(second, "First").slice(2)]);
  });
});
