import * as l10n from "@vscode/l10n";
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
import { shortId } from "../../oz/model/id";
import {
  explanationUri,
  readExplanationUri,
  refusalOf,
  staleReason,
  type DocumentSource,
} from "../documentUri";
import type { OpenedUris } from "../openedUris";
import type { ShownFindings } from "../shownFindings";
import { failureSentence } from "../text/failureText";
import { shortTime } from "../text/formatTime";
import { escapeSentence } from "../text/markdown";
import { explanation } from "./explanation";
import { openPreview } from "./openPreview";

/** An open explanation. */
interface Shown {
  readonly uri: Uri;
  readonly folderId: string;
  /** As last drawn, without the mark; kept while it cannot be drawn. Undefined if it could not be drawn yet. */
  readonly text: string | undefined;
  /** Why the text is not up to date; undefined if it is. */
  readonly mark: string | undefined;
  /** Whether it had a tab: VS Code asks for the text of a document before its tab is there. */
  readonly hadTab: boolean;
}

/**
 * The explanations of folders, as virtual Markdown documents. They follow the folder while they are open, whoever opened
 * them, and say why when they cannot. They send no requests: open folders are polled.
 */
export class ExplanationDocuments implements TextDocumentContentProvider {
  private readonly changes = new EventEmitter<Uri>();
  private readonly opens = new EventEmitter<void>();
  /** By URI. */
  private readonly shown = new Map<string, Shown>();
  private readonly subscriptions: readonly { dispose(): void }[];

  readonly onDidChange = this.changes.event;
  /** Fires when an explanation is opened or closed. */
  readonly onDidChangeOpen = this.opens.event;

  /**
   * @param source the connection that is shown and signed in to
   * @param isGone whether the server no longer has the folder of an open document
   * @param now epoch milliseconds
   */
  constructor(
    private readonly folders: Pick<Folders, "store" | "health">,
    private readonly findings: ShownFindings,
    private readonly source: () => DocumentSource,
    private readonly opened: OpenedUris,
    private readonly isGone: (folderId: string) => boolean,
    private readonly now: () => number,
  ) {
    this.adoptOpen();
    this.subscriptions = [
      window.tabGroups.onDidChangeTabs(() => this.removeClosed()),
      workspace.onDidCloseTextDocument(({ uri }) => this.removeClosed(uri)),
      // Between providing a document and opening it, VS Code hears of no change.
      workspace.onDidOpenTextDocument(({ uri }) => readExplanationUri(uri) && this.redrawMarks()),
      folders.health.onDidChange(() => this.redrawMarks()),
      this.changes,
      this.opens,
    ];
  }

  /** The folders of the open explanations of the shown connection. */
  get openIds(): readonly string[] {
    return this.openOfConnection().map(({ folderId }) => folderId);
  }

  /** Opens the explanation of a folder in the Markdown preview. */
  async show(folderId: string): Promise<void> {
    const uri = explanationUri(this.source(), folderId);
    this.opened.add(uri.toString());
    await openPreview(uri);
  }

  /** Called by VS Code when the document is opened, and after `onDidChange`. */
  provideTextDocumentContent(uri: Uri): string {
    const key = uri.toString();
    const identity = readExplanationUri(uri);
    if (!identity) throw new Error("Not the URI of an explanation.");
    const { folderId } = identity;
    const before = this.shown.get(key);
    const folder = this.refusal(uri) === undefined ? this.folders.store.current.get(folderId) : undefined;
    const text = folder ? explanation(folder, this.findings(folder.resolution), this.now()) : before?.text;
    const mark = this.mark(uri, folderId, text !== undefined);
    this.shown.set(key, { uri, folderId, text, mark, hadTab: before?.hadTab ?? false });
    if (!before) this.opens.fire();
    const quote = mark === undefined ? "" : `> ${escapeSentence(mark)}\n\n`;
    return `${quote}${text ?? `# ${l10n.t("Folder {0}", shortId(folderId))}\n`}`;
  }

  /** Redraws all open explanations, because another connection is shown. */
  showConnection(): void {
    for (const { uri } of this.shown.values()) this.redraw(uri);
  }

  /** Redraws the open explanations of the shown connection. */
  redrawAll(): void {
    for (const { uri } of this.openOfConnection()) this.redraw(uri);
  }

  /** Redraws the explanations of changed folders. */
  update({ added, changed, removed, gone }: FolderChanges): void {
    const ids = new Set([...added, ...changed, ...removed, ...gone]);
    for (const { uri, folderId } of this.openOfConnection()) if (ids.has(folderId)) this.redraw(uri);
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private redrawMarks(): void {
    for (const { uri, folderId, text, mark } of this.openOfConnection())
      if (this.mark(uri, folderId, text !== undefined) !== mark) this.redraw(uri);
  }

  /** @returns why an explanation is not up to date, in sentences; undefined if it is */
  private mark(uri: Uri, folderId: string, hasText: boolean): string | undefined {
    const own = readExplanationUri(uri);
    const refusal = this.refusal(uri);
    if (own && refusal !== undefined) return hasText ? staleReason(own, this.source()) : refusal;
    if (this.isGone(folderId)) return l10n.t("This folder is no longer on the server.");
    const failure = this.folders.health.whyOutdated(folderId);
    if (failure && !hasText)
      return l10n.t("Not loaded: {0} It loads as soon as it can be read.", failureSentence(failure));
    if (failure)
      return `${failureSentence(failure)} ${l10n.t("Not updated since {0}.", shortTime(failure.since, this.now()))}`;
    return this.folders.store.current.get(folderId) ? undefined : l10n.t("Not loaded yet.");
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
    if (isOpenDocument(uri)) this.changes.fire(uri);
    else void commands.executeCommand("markdown.preview.refresh");
  }

  /** Explanations stay open, with their text, when the extension host restarts. */
  private adoptOpen(): void {
    for (const document of workspace.textDocuments) {
      const { uri } = document;
      const identity = document.isClosed ? undefined : readExplanationUri(uri);
      if (!identity || !this.opened.has(uri.toString())) continue;
      const { folderId } = identity;
      const text = document.getText().replace(MARK, "");
      this.shown.set(uri.toString(), { uri, folderId, text, mark: undefined, hadTab: true });
    }
    this.removeClosed();
  }

  /**
   * Only the label of a preview's tab identifies its document.
   * @param closed a document that may never have had a tab
   */
  private removeClosed(closed?: Uri): void {
    const labels = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    for (const [key, shown] of this.shown) {
      if (labels.some((label) => label.includes(shown.folderId)))
        this.shown.set(key, { ...shown, hadTab: true });
      else if (shown.hadTab || key === closed?.toString()) {
        this.shown.delete(key);
        this.opens.fire();
      }
    }
  }
}

/** A mark at the top of an explanation. */
const MARK = /^> .*\n\n/;

function isOpenDocument(uri: Uri): boolean {
  return workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}
