import {
  commands,
  EventEmitter,
  window,
  workspace,
  type TextDocumentContentProvider,
  type Uri,
} from "vscode";
import type { SavedConnection } from "../../connections/savedConnection";
import type { Folders } from "../../folders/folders";
import type { FolderChanges } from "../../folders/store/connectionFolders";
import { explanationUri, readExplanationUri, refusalOf, sourceOf } from "../documentUri";
import type { OpenedAddresses } from "../openedAddresses";
import type { ShownFindings } from "../shownFindings";
import { explanation } from "./explanation";

/** An explanation that is on screen. */
interface Shown {
  readonly uri: Uri;
  readonly folderId: string;
  /** As it was drawn last: it stays while its connection is not shown. */
  readonly text: string;
}

/** The explanations of folders, as virtual Markdown documents. They follow the folder while they are on screen. */
export class ExplanationDocuments implements TextDocumentContentProvider {
  private readonly changes = new EventEmitter<Uri>();
  private readonly idChanges = new EventEmitter<void>();
  /** By their addresses. */
  private readonly shown = new Map<string, Shown>();
  private key = "";
  private readonly subscriptions: readonly { dispose(): void }[];

  readonly onDidChange = this.changes.event;
  /** Fires when an explanation was opened or closed. */
  readonly onDidChangeShownIds = this.idChanges.event;

  /** @param connected the connection that is shown and signed in to */
  constructor(
    private readonly folders: Pick<Folders, "store" | "reader">,
    private readonly findings: ShownFindings,
    private readonly connected: () => SavedConnection | undefined,
    private readonly opened: OpenedAddresses,
  ) {
    this.subscriptions = [
      folders.store.onDidChange((change) => this.redraw(change)),
      window.tabGroups.onDidChangeTabs(() => this.forgetClosed()),
      this.changes,
      this.idChanges,
    ];
  }

  /** The folders of the shown connection whose explanations are on screen. */
  get shownIds(): readonly string[] {
    return this.following().map(({ folderId }) => folderId);
  }

  /** Opens the explanation of a folder in Markdown's own preview. */
  async show(folderId: string): Promise<void> {
    const uri = explanationUri(sourceOf(this.connected()), folderId);
    this.opened.add(uri.toString());
    await commands.executeCommand("markdown.showPreview", uri);
  }

  /** Called by VS Code when the document is opened and when it was said to have changed. */
  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const key = uri.toString();
    const identity = readExplanationUri(uri);
    if (!identity) throw new Error("Not the address of an explanation.");
    const { folderId } = identity;
    const refusal = this.refusal(uri);
    const text =
      refusal === undefined ? await this.explain(folderId) : (this.shown.get(key)?.text ?? refusal);
    const isNew = !this.shown.has(key);
    this.shown.set(key, { uri, folderId, text });
    if (isNew) this.idChanges.fire();
    return text;
  }

  /**
   * Draws what another connection was waited for. The same one again, as when a session is renewed, changes nothing: to
   * draw may be to ask the server.
   */
  showConnection(): void {
    const { key } = sourceOf(this.connected());
    if (key === this.key) return;
    this.key = key;
    this.redrawAll();
  }

  /** Draws all that is on screen anew, as when a setting changed. */
  redrawAll(): void {
    for (const { uri } of this.following()) this.redrawOne(uri);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async explain(folderId: string): Promise<string> {
    const { store, reader } = this.folders;
    const folder = store.current.get(folderId) ?? (await reader.readFolder(folderId)).folder;
    return explanation(folder, this.findings(folder.resolution));
  }

  private refusal(uri: Uri): string | undefined {
    const source = readExplanationUri(uri);
    return source && refusalOf(source, sourceOf(this.connected()));
  }

  /** Those of the shown connection. */
  private following(): readonly Shown[] {
    return [...this.shown.values()].filter(({ uri }) => this.refusal(uri) === undefined);
  }

  /** A folder comes anew when its connection is shown again. */
  private redraw({ added, changed }: FolderChanges): void {
    const ids = new Set([...added, ...changed]);
    for (const { uri, folderId } of this.following()) if (ids.has(folderId)) this.redrawOne(uri);
  }

  /** VS Code drops a document after a while that only a preview shows; then the preview has to be told itself. */
  private redrawOne(uri: Uri): void {
    if (workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) {
      this.changes.fire(uri);
    } else {
      void commands.executeCommand("markdown.preview.refresh");
    }
  }

  /** A preview's tab tells its document in its label only. */
  private forgetClosed(): void {
    const labels = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    for (const [key, { folderId }] of this.shown) {
      if (labels.some((label) => label.includes(folderId))) continue;
      this.shown.delete(key);
      this.idChanges.fire();
    }
  }
}
