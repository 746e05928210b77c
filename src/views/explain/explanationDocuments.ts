import {
  commands,
  EventEmitter,
  window,
  workspace,
  type TextDocumentContentProvider,
  type Uri,
} from "vscode";
import type { Folders } from "../../folders/folders";
import type { FolderChanges } from "../../folders/store/connectionFolders";
import { explanationUri, readExplanationUri, refusalOf, type DocumentSource } from "../documentUri";
import type { OpenedUris } from "../openedUris";
import type { ShownFindings } from "../shownFindings";
import { explanation } from "./explanation";

/** An open explanation. */
interface Shown {
  readonly uri: Uri;
  readonly folderId: string;
  /** As last drawn; kept while another connection is shown. */
  readonly text: string;
}

/** The explanations of folders, as virtual Markdown documents. They follow the folder while they are open. */
export class ExplanationDocuments implements TextDocumentContentProvider {
  private readonly changes = new EventEmitter<Uri>();
  private readonly idChanges = new EventEmitter<void>();
  /** By URI. */
  private readonly shown = new Map<string, Shown>();
  private readonly subscriptions: readonly { dispose(): void }[];

  readonly onDidChange = this.changes.event;
  /** Fires when an explanation is opened or closed. */
  readonly onDidChangeShownIds = this.idChanges.event;

  /** @param source the connection that is shown and signed in to */
  constructor(
    private readonly folders: Pick<Folders, "store" | "reader">,
    private readonly findings: ShownFindings,
    private readonly source: () => DocumentSource,
    private readonly opened: OpenedUris,
  ) {
    this.subscriptions = [
      window.tabGroups.onDidChangeTabs(() => this.removeClosed()),
      this.changes,
      this.idChanges,
    ];
  }

  /** The folders of the shown connection whose explanations are open. */
  get shownIds(): readonly string[] {
    return this.openOfConnection().map(({ folderId }) => folderId);
  }

  /** Opens the explanation of a folder in the Markdown preview. */
  async show(folderId: string): Promise<void> {
    const uri = explanationUri(this.source(), folderId);
    this.opened.add(uri.toString());
    await commands.executeCommand("markdown.showPreview", uri);
  }

  /** Called by VS Code when the document is opened, and after `onDidChange`. */
  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const key = uri.toString();
    const identity = readExplanationUri(uri);
    if (!identity) throw new Error("Not the URI of an explanation.");
    const { folderId } = identity;
    const refusal = this.refusal(uri);
    const text =
      refusal === undefined ? await this.explain(folderId) : (this.shown.get(key)?.text ?? refusal);
    const isNew = !this.shown.has(key);
    this.shown.set(key, { uri, folderId, text });
    if (isNew) this.idChanges.fire();
    return text;
  }

  /** Redraws the open explanations of the shown connection. */
  redrawAll(): void {
    for (const { uri } of this.openOfConnection()) this.redraw(uri);
  }

  /** Redraws the explanations of changed folders. */
  update({ added, changed }: FolderChanges): void {
    const ids = new Set([...added, ...changed]);
    for (const { uri, folderId } of this.openOfConnection()) if (ids.has(folderId)) this.redraw(uri);
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
    return source && refusalOf(source, this.source());
  }

  /** The open explanations of the shown connection. */
  private openOfConnection(): readonly Shown[] {
    return [...this.shown.values()].filter(({ uri }) => this.refusal(uri) === undefined);
  }

  /** VS Code drops a document after a while if only a preview shows it. The preview must then be refreshed itself. */
  private redraw(uri: Uri): void {
    if (workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) {
      this.changes.fire(uri);
    } else {
      void commands.executeCommand("markdown.preview.refresh");
    }
  }

  /** Only the label of a preview's tab identifies its document. */
  private removeClosed(): void {
    const labels = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    for (const [key, { folderId }] of this.shown) {
      if (labels.some((label) => label.includes(folderId))) continue;
      this.shown.delete(key);
      this.idChanges.fire();
    }
  }
}
