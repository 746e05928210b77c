import { commands, EventEmitter, Uri, window, workspace, type TextDocumentContentProvider } from "vscode";
import type { FolderChanges } from "../../folders/folderStore";
import type { Folders } from "../../folders/folders";
import { EXPLANATION_SCHEME } from "../schemes";
import type { ShownFindings } from "../shownFindings";
import { explanation } from "./explanation";

/** The explanations of folders, as virtual Markdown documents. They follow the folder while they are on screen. */
export class ExplanationDocuments implements TextDocumentContentProvider {
  private readonly changes = new EventEmitter<Uri>();
  private readonly shown = new Map<string, Uri>();
  private readonly subscriptions: readonly { dispose(): void }[];

  readonly onDidChange = this.changes.event;

  constructor(
    private readonly folders: Pick<Folders, "store" | "reader">,
    private readonly findings: ShownFindings,
  ) {
    this.subscriptions = [
      folders.store.onDidChange((change) => this.redraw(change)),
      window.tabGroups.onDidChangeTabs(() => this.forgetClosed()),
      this.changes,
    ];
  }

  /** The folders whose explanations are on screen. */
  get shownIds(): readonly string[] {
    return [...this.shown.keys()];
  }

  /** Opens the explanation of a folder in Markdown's own preview. */
  async show(folderId: string): Promise<void> {
    const uri = Uri.from({ scheme: EXPLANATION_SCHEME, path: `/${folderId}.md` });
    await commands.executeCommand("markdown.showPreview", uri);
  }

  /** Called by VS Code when the document is opened and when it was said to have changed. */
  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const id = /^\/(.*)\.md$/.exec(uri.path)?.[1] ?? "";
    this.shown.set(id, uri);
    const { store, reader } = this.folders;
    const folder = store.get(id) ?? (await reader.readFolder(id)).folder;
    return explanation(folder, this.findings(folder.resolution));
  }

  /** Draws all that is on screen anew, as when a setting changed. */
  redrawAll(): void {
    for (const uri of this.shown.values()) this.redrawOne(uri);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private redraw({ changed }: FolderChanges): void {
    for (const id of changed) {
      const uri = this.shown.get(id);
      if (uri) this.redrawOne(uri);
    }
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
    for (const id of this.shown.keys()) {
      if (!labels.some((label) => label.includes(id))) this.shown.delete(id);
    }
  }
}
