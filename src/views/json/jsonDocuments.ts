import {
  EventEmitter,
  workspace,
  type Position,
  type TextDocument,
  type TextDocumentContentProvider,
  type Uri,
} from "vscode";
import type { SavedConnection } from "../../connections/savedConnection";
import type { Folders } from "../../folders/folders";
import type { FolderChanges } from "../../folders/store/connectionFolders";
import type { FolderVersion } from "../../folders/store/folderVersions";
import {
  jsonUri,
  readJsonUri,
  refusalOf,
  sourceOf,
  type DocumentSource,
  type JsonIdentity,
} from "../documentUri";
import type { OpenedAddresses } from "../openedAddresses";
import { jsonPathAt, jsonPathText } from "./jsonPath";
import { jsonStates, type JsonState } from "./jsonStates";
import { plainReason } from "./plainReason";
import { comparableJson, documentText } from "./rawJson";
import { SchemaGuard } from "./schemaGuard";

/**
 * The read-only documents that show JSON. They follow the folder for as long as they are open. What was shown stays
 * when the folder has gone, or another connection is shown.
 */
export class JsonDocuments implements TextDocumentContentProvider {
  private readonly changes = new EventEmitter<Uri>();
  private readonly facts = new EventEmitter<void>();
  private readonly shown = new Map<string, Pick<FolderVersion, "version" | "at">>();
  private readonly gone = new Set<string>();
  private readonly guard = new SchemaGuard((uri) => this.changes.fire(uri));
  private key: string;
  private readonly subscriptions: readonly { dispose(): void }[];

  readonly onDidChange = this.changes.event;
  /** Fires when something else is to be said of documents. */
  readonly onDidChangeFacts = this.facts.event;

  /** @param connected the connection that is shown and signed in to */
  constructor(
    private readonly folders: Pick<Folders, "rawReplies" | "versions" | "store">,
    private readonly connected: () => SavedConnection | undefined,
    private readonly opened: OpenedAddresses,
  ) {
    const { rawReplies, store } = folders;
    this.key = this.source().key;
    this.subscriptions = [
      workspace.onDidCloseTextDocument(({ uri, isClosed }) => isClosed && this.release(uri)),
      rawReplies.onDidChange((id) => this.redraw(id)),
      store.onDidChange((changes) => this.take(changes)),
      this.guard,
      this.changes,
      this.facts,
    ];
  }

  /** @returns the address of the document for a folder or an analysis of the connected server */
  uri(identity: JsonIdentity): Uri {
    return jsonUri(this.source(), identity);
  }

  /** @returns the same for a document that is about to be opened: no other is shown, see `OpenedAddresses` */
  uriToOpen(identity: JsonIdentity): Uri {
    const uri = this.uri(identity);
    this.opened.add(uri.toString());
    return uri;
  }

  /** @returns why a document's folder cannot be read now, in a sentence; undefined when it can */
  refusal(source: DocumentSource): string | undefined {
    return refusalOf(source, this.source());
  }

  /** @returns what was seen of it in this session, see `jsonStates` */
  statesOf(identity: JsonIdentity): JsonState[] {
    return jsonStates(this.folders.versions, identity);
  }

  /** @returns the number of the state that a document shows, and when it came; undefined when that is not known */
  shownState(uri: Uri): Pick<FolderVersion, "version" | "at"> | undefined {
    return this.shown.get(uri.toString());
  }

  isGone(folderId: string): boolean {
    return this.gone.has(folderId);
  }

  /** @returns the path of what stands there, see `jsonPathText`; undefined in JSON that cannot be laid out */
  pathAt(document: TextDocument, position: Position): string | undefined {
    const text = document.getText();
    if (plainReason(text) !== undefined) return undefined;
    return jsonPathText(jsonPathAt(text, document.offsetAt(position)));
  }

  /** Called by VS Code when the document is opened and when it was said to have changed. */
  async provideTextDocumentContent(uri: Uri): Promise<string> {
    return this.guard.admit(uri, await this.read(uri));
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async read(uri: Uri): Promise<string> {
    const identity = readJsonUri(uri);
    if (!identity) throw new Error("Not the address of a folder or an analysis.");
    const refusal = this.refusal(identity);
    if (refusal !== undefined) throw new Error(refusal);
    const { folderId, analysisId, version } = identity;
    if (typeof version === "number") {
      const state = this.statesOf(identity).find((one) => one.version === version);
      if (!state)
        throw new Error("This version is no longer kept. The last 20 are kept until VS Code closes.");
      this.note(uri, state);
      return comparableJson(JSON.stringify(state.json));
    }
    const text = documentText(await this.folders.rawReplies.keep(folderId), analysisId);
    if (text === undefined) throw new Error("This analysis is no longer in the folder.");
    this.note(uri, this.statesOf(identity).at(-1));
    return version === undefined ? text : comparableJson(text);
  }

  private source(): DocumentSource {
    return sourceOf(this.connected());
  }

  private note(uri: Uri, state: FolderVersion | undefined): void {
    if (state) this.shown.set(uri.toString(), { version: state.version, at: state.at });
    this.facts.fire();
  }

  private take({ added, changed, removed }: FolderChanges): void {
    const { key } = this.source();
    if (key === this.key) {
      for (const id of removed) if (this.open(id).length > 0) this.gone.add(id);
      for (const id of [...added, ...changed]) {
        this.gone.delete(id);
        // One whose reply could not be read again when the connection came back.
        if (!this.folders.rawReplies.has(id)) this.redraw(id);
      }
    } else {
      this.key = key;
      this.gone.clear();
      this.redraw();
    }
    this.facts.fire();
  }

  private redraw(folderId?: string): void {
    for (const uri of this.open(folderId)) this.changes.fire(uri);
  }

  private release(uri: Uri): void {
    this.shown.delete(uri.toString());
    const folderId = readJsonUri(uri)?.folderId;
    if (folderId !== undefined && this.open(folderId).length === 0) this.folders.rawReplies.release(folderId);
  }

  /** The open documents of the shown connection that follow their folder: all, or those of one. */
  private open(folderId?: string): readonly Uri[] {
    return workspace.textDocuments
      .filter(({ isClosed, uri }) => {
        const identity = isClosed ? undefined : readJsonUri(uri);
        if (!identity || typeof identity.version === "number" || this.refusal(identity)) return false;
        return folderId === undefined || identity.folderId === folderId;
      })
      .map(({ uri }) => uri);
  }
}
