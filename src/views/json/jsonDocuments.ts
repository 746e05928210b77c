import {
  EventEmitter,
  workspace,
  type Position,
  type TextDocument,
  type TextDocumentContentProvider,
  type Uri,
} from "vscode";
import { exactJson } from "../../base/exactJson";
import type { Folders } from "../../folders/folders";
import type { FolderChanges } from "../../folders/store/connectionFolders";
import type { FolderVersion } from "../../folders/store/folderVersions";
import { jsonUri, readJsonUri, refusalOf, type DocumentSource, type JsonIdentity } from "../documentUri";
import type { OpenedUris } from "../openedUris";
import { documentText } from "./documentText";
import { jsonPathAt, jsonPathText } from "./jsonPath";
import { jsonVersions, type JsonVersion } from "./jsonVersions";
import { PlainTextGuard } from "./plainTextGuard";
import { comparableJson, plainReason } from "./prettyJson";

/**
 * The read-only documents that show JSON. They follow the folder while they are open, and keep their text if the folder
 * is gone or another connection is shown.
 */
export class JsonDocuments implements TextDocumentContentProvider {
  private readonly changes = new EventEmitter<Uri>();
  private readonly facts = new EventEmitter<void>();
  private readonly opens = new EventEmitter<void>();
  /** The version that each document shows, by URI. */
  private readonly shown = new Map<string, Pick<FolderVersion, "version" | "at">>();
  private readonly guard = new PlainTextGuard((uri) => this.changes.fire(uri));
  private readonly subscriptions: readonly { dispose(): void }[];

  readonly onDidChange = this.changes.event;
  /** Fires when something other than the text may have changed: the version, the connection, or whether the folder is gone. */
  readonly onDidChangeFacts = this.facts.event;
  /** Fires when a document is opened or closed. */
  readonly onDidChangeOpen = this.opens.event;

  /**
   * @param source the connection that is shown and signed in to
   * @param isGone whether the server no longer has the folder of an open document
   */
  constructor(
    private readonly folders: Pick<Folders, "rawReplies" | "versions">,
    private readonly source: () => DocumentSource,
    private readonly opened: OpenedUris,
    readonly isGone: (folderId: string) => boolean,
  ) {
    this.subscriptions = [
      workspace.onDidOpenTextDocument(({ uri }) => readJsonUri(uri) && this.opens.fire()),
      workspace.onDidCloseTextDocument(({ uri, isClosed }) => isClosed && this.release(uri)),
      folders.rawReplies.onDidChange((id) => this.redraw(id)),
      this.guard,
      this.changes,
      this.facts,
      this.opens,
    ];
  }

  /** The folders that open documents of the shown connection follow, each once for each document. */
  get openIds(): readonly string[] {
    return this.openUris().flatMap((uri) => readJsonUri(uri)?.folderId ?? []);
  }

  /** @returns the URI of the document for a folder or an analysis of the shown connection */
  uri(identity: JsonIdentity): Uri {
    return jsonUri(this.source(), identity);
  }

  /** Must be used for documents to open: others are not served, see `OpenedUris`. */
  uriToOpen(identity: JsonIdentity): Uri {
    const uri = this.uri(identity);
    this.opened.add(uri.toString());
    return uri;
  }

  /** @returns why a document's folder cannot be read now, in a sentence; undefined if it can */
  refusal(source: DocumentSource): string | undefined {
    return refusalOf(source, this.source());
  }

  /** @returns the versions seen in this session, see `jsonVersions` */
  versionsOf(identity: JsonIdentity): JsonVersion[] {
    return jsonVersions(this.folders.versions, identity);
  }

  /** @returns the version that a document shows; undefined if unknown */
  shownVersion(uri: Uri): Pick<FolderVersion, "version" | "at"> | undefined {
    return this.shown.get(uri.toString());
  }

  /** @returns the JSON path at the position, see `jsonPathText`; undefined in JSON that cannot be formatted */
  pathAt(document: TextDocument, position: Position): string | undefined {
    const text = document.getText();
    if (plainReason(text) !== undefined) return undefined;
    return jsonPathText(jsonPathAt(text, document.offsetAt(position)));
  }

  /** Called by VS Code when the document is opened, and after `onDidChange`. */
  async provideTextDocumentContent(uri: Uri): Promise<string> {
    return this.guard.textFor(uri, await this.read(uri));
  }

  /** Redraws the documents of another connection. */
  showConnection(): void {
    this.redraw();
    this.facts.fire();
  }

  /** Redraws the documents of changed folders. */
  update({ added, changed }: FolderChanges): void {
    for (const id of [...added, ...changed]) {
      // `rawReplies` reports changes to the replies it keeps. It keeps none if reading failed on reconnecting.
      if (!this.folders.rawReplies.has(id)) this.redraw(id);
    }
    this.facts.fire();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async read(uri: Uri): Promise<string> {
    const identity = readJsonUri(uri);
    if (!identity) throw new Error("Not the URI of a folder or an analysis.");
    const refusal = this.refusal(identity);
    if (refusal !== undefined) throw new Error(refusal);
    const { folderId, analysisId, version } = identity;
    if (typeof version === "number") {
      const kept = this.versionsOf(identity).find((one) => one.version === version);
      if (!kept)
        throw new Error("This version is no longer kept. The last 20 are kept until VS Code closes.");
      this.setShown(uri, kept);
      return comparableJson(exactJson(kept.json, ""));
    }
    const text = documentText(await this.folders.rawReplies.open(folderId), analysisId);
    if (text === undefined) {
      // VS Code opens no document then, so none will be closed.
      this.closeUnused(folderId);
      throw new Error("This analysis is no longer in the folder.");
    }
    this.setShown(uri, this.versionsOf(identity).at(-1));
    return version === undefined ? text : comparableJson(text);
  }

  private setShown(uri: Uri, version: FolderVersion | undefined): void {
    if (version) this.shown.set(uri.toString(), { version: version.version, at: version.at });
    this.facts.fire();
  }

  private redraw(folderId?: string): void {
    for (const uri of this.openUris(folderId)) this.changes.fire(uri);
  }

  private release(uri: Uri): void {
    this.shown.delete(uri.toString());
    const folderId = readJsonUri(uri)?.folderId;
    if (folderId === undefined) return;
    this.closeUnused(folderId);
    this.opens.fire();
  }

  /** Closes the reply of a folder that no open document follows. */
  private closeUnused(folderId: string): void {
    if (this.openUris(folderId).length === 0) this.folders.rawReplies.close(folderId);
  }

  /** @returns the open documents of the shown connection that follow their folder; all, or those of one folder */
  private openUris(folderId?: string): readonly Uri[] {
    return workspace.textDocuments
      .filter(({ isClosed, uri }) => {
        const identity = isClosed ? undefined : readJsonUri(uri);
        if (!identity || typeof identity.version === "number" || this.refusal(identity)) return false;
        return folderId === undefined || identity.folderId === folderId;
      })
      .map(({ uri }) => uri);
  }
}
