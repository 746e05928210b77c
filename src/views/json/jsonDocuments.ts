import { EventEmitter, workspace, type TextDocumentContentProvider, type Uri } from "vscode";
import type { FolderTexts } from "../../folders/folderTexts";
import { jsonUri, readJsonUri, type JsonIdentity } from "./jsonUri";
import { analysisText, prettyJson } from "./rawJson";

/** The read-only documents that show raw JSON. They follow the folder for as long as they are open. */
export class JsonDocuments implements TextDocumentContentProvider {
  private readonly changes = new EventEmitter<Uri>();
  private readonly subscriptions: readonly { dispose(): void }[];

  readonly onDidChange = this.changes.event;

  /** @param server tells the connected server from others; undefined while there is none */
  constructor(
    private readonly texts: FolderTexts,
    private readonly server: () => string | undefined,
  ) {
    this.subscriptions = [
      workspace.onDidCloseTextDocument(({ uri }) => this.release(uri)),
      texts.onDidChange((id) => this.redraw(id)),
      this.changes,
    ];
  }

  /** @returns the address of the document for a folder or an analysis of the connected server */
  uri(identity: JsonIdentity): Uri {
    return jsonUri(this.server() ?? "", identity);
  }

  /** Called by VS Code when the document is opened and when it was said to have changed. */
  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const identity = readJsonUri(uri);
    if (!identity) throw new Error("This is no address of a folder or an analysis.");
    if (identity.server !== this.server())
      throw new Error(`Sign in to ${identity.server} to see this again.`);
    const text = await this.texts.keep(identity.folderId);
    const shown = identity.analysisId === undefined ? text : analysisText(text, identity.analysisId);
    if (shown === undefined) throw new Error("The folder has this analysis no more.");
    return prettyJson(shown);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private redraw(folderId: string): void {
    for (const uri of this.open(folderId)) this.changes.fire(uri);
  }

  private release(uri: Uri): void {
    const folderId = readJsonUri(uri)?.folderId;
    if (folderId !== undefined && this.open(folderId).length === 0) this.texts.release(folderId);
  }

  private open(folderId: string): readonly Uri[] {
    return workspace.textDocuments
      .filter(({ isClosed, uri }) => !isClosed && readJsonUri(uri)?.folderId === folderId)
      .map(({ uri }) => uri);
  }
}
