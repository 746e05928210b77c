import { setImmediate } from "node:timers/promises";
import type * as vscode from "vscode";
import { desk, note, type OpenDocument } from "./desk";
import { hold } from "./held";
import { EventEmitter, TabInputWebview, Uri } from "./values";

const opens = new EventEmitter<vscode.TextDocument>();
const closes = new EventEmitter<vscode.TextDocument>();
const tabs = new EventEmitter<vscode.TabChangeEvent>();
const providers = new Map<string, vscode.TextDocumentContentProvider>();

/** Closes a document, and its tab. */
export function closeDocument(uri: string): void {
  const open = desk.documents.get(uri);
  if (!open || !desk.documents.delete(uri)) return;
  tabs.fire({} as vscode.TabChangeEvent);
  closes.fire({ ...open.document, isClosed: true });
}

/** Fires that a tab has changed, any. */
export function changeTabs(): void {
  tabs.fire({} as vscode.TabChangeEvent);
}

/** @returns the text of the open document whose URI contains a text; undefined if there is none */
export function textOf(part: string): string | undefined {
  return [...desk.documents].find(([uri]) => uri.includes(part))?.[1].text;
}

/** Documents stay open when the extension is activated again, as when VS Code restarts the extension host. */
export const documents = {
  get textDocuments(): readonly vscode.TextDocument[] {
    const open = [...desk.documents.values()].map(({ document }) => document);
    return desk.front ? [...open, desk.front] : open;
  },
  onDidOpenTextDocument: opens.event,
  onDidCloseTextDocument: closes.event,
  registerTextDocumentContentProvider: (
    scheme: string,
    provider: vscode.TextDocumentContentProvider,
  ): vscode.Disposable => {
    providers.set(scheme, provider);
    const listening = provider.onDidChange?.((uri) => void update(uri));
    return hold("content provider", () => {
      listening?.dispose();
      providers.delete(scheme);
    });
  },
  openTextDocument: async (what: unknown): Promise<vscode.TextDocument> => {
    const { content } = what as { content?: string };
    if (content !== undefined) return untitled(content);
    const uri = what;
    const { scheme } = uri as vscode.Uri;
    const known = desk.documents.get(String(uri));
    if (known || !providers.has(scheme)) return known?.document ?? ({ uri } as vscode.TextDocument);
    const open: OpenDocument = {
      text: await provide(uri as vscode.Uri),
      document: { uri, isClosed: false, getText: () => open.text } as vscode.TextDocument,
    };
    // The text takes its way through the window before the document is open.
    await setImmediate();
    desk.documents.set(String(uri), open);
    opens.fire(open.document);
    tabs.fire({} as vscode.TabChangeEvent);
    return open.document;
  },
};

export const tabGroups = {
  get all() {
    const input = new TabInputWebview("mainThreadWebview-markdown.preview");
    const all = [...desk.documents].map(([uri, { column = 1 }]) => {
      const label = /[^/]*\.(md|json)/.exec(uri)?.[0] ?? "";
      const group = { viewColumn: column };
      return label.endsWith(".md") ? { label: `[Preview] ${label}`, group, input } : { label, group };
    });
    const columns = [...new Set(all.map(({ group }) => group.viewColumn))].sort();
    return columns.map((viewColumn) => ({
      viewColumn,
      tabs: all.filter(({ group }) => group.viewColumn === viewColumn),
    }));
  },
  /** Only notes it: the preview anew has the same document. */
  close: ({ label }: vscode.Tab) => {
    note("close", label);
    return Promise.resolve(true);
  },
  onDidChangeTabs: tabs.event,
} as unknown as vscode.TabGroups;

/** Opens a document that is not saved, which the user may edit. */
function untitled(text: string): vscode.TextDocument {
  const uri: unknown = Uri.parse(`untitled:Untitled-${desk.documents.size + 1}`);
  const open: OpenDocument = {
    text,
    document: { uri, isClosed: false, getText: () => open.text } as vscode.TextDocument,
  };
  desk.documents.set(String(uri), open);
  return open.document;
}

async function provide(uri: vscode.Uri): Promise<string> {
  const token = {} as vscode.CancellationToken;
  return (await providers.get(uri.scheme)?.provideTextDocumentContent(uri, token)) ?? "";
}

async function update(uri: vscode.Uri): Promise<void> {
  const open = desk.documents.get(uri.toString());
  // VS Code logs why a document cannot be provided, and keeps its text.
  if (open) open.text = await provide(uri).catch(() => open.text);
}
