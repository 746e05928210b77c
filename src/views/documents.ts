import * as l10n from "@vscode/l10n";
import { EventEmitter, languages, workspace, type Disposable } from "vscode";
import type { Clock } from "../base/clock";
import type { SavedConnection } from "../connections/savedConnection";
import type { Folders } from "../folders/folders";
import type { FolderChanges } from "../folders/store/connectionFolders";
import { SCHEMES } from "../ids";
import { sourceOf, type DocumentSource } from "./documentUri";
import { ExplanationDocuments } from "./explain/explanationDocuments";
import { JsonDocuments } from "./json/jsonDocuments";
import { JsonLenses } from "./json/jsonLenses";
import { statusHover } from "./json/statusHover";
import type { OpenedUris } from "./openedUris";
import { OverviewPanel } from "./overview/overviewPanel";
import type { ShownFindings } from "./shownFindings";

const notOpened = (): string =>
  l10n.t("Not opened by an Oz Inspector command. Run Open JSON or Explain Result on the folder instead.");

/** What documents need. */
export interface DocumentParts {
  readonly folders: Folders;
  readonly findings: ShownFindings;
  /** The connection that is shown and signed in to. */
  readonly connected: () => SavedConnection | undefined;
  readonly opened: OpenedUris;
  /** The codes of findings to hide. */
  readonly hiddenFindings: () => readonly string[];
  readonly clock: Clock;
}

/** Everything shown in editors. */
export class Documents {
  readonly json: JsonDocuments;
  readonly explanations: ExplanationDocuments;
  readonly overview: OverviewPanel;
  readonly findings: ShownFindings;
  private readonly lenses: JsonLenses;
  private readonly source: () => DocumentSource;
  private readonly opens = new EventEmitter<void>();
  /** The folders of open documents that the server no longer has. */
  private readonly gone = new Set<string>();
  /** The key of the connection that the documents were last drawn for. */
  private drawnKey: string;
  private readonly disposables: readonly { dispose(): void }[];

  /** Fires when a document is opened or closed. */
  readonly onDidChangeOpen = this.opens.event;

  constructor({ folders, findings, connected, opened, hiddenFindings, clock }: DocumentParts) {
    const now = (): number => clock.now();
    this.source = () => sourceOf(connected());
    this.drawnKey = this.source().key;
    this.findings = findings;
    const isGone = (id: string): boolean => this.gone.has(id);
    this.json = new JsonDocuments(folders, this.source, opened, isGone);
    this.explanations = new ExplanationDocuments(folders, findings, this.source, opened, isGone, now);
    this.lenses = new JsonLenses(this.json, folders.health, now);
    this.overview = new OverviewPanel({ store: folders.store, connected, hiddenFindings, clock });
    const jsonDocuments = { scheme: SCHEMES.json };
    this.disposables = [
      this.json,
      this.explanations,
      this.lenses,
      this.overview,
      this.opens,
      this.json.onDidChangeOpen(() => this.opens.fire()),
      this.explanations.onDidChangeOpen(() => this.opens.fire()),
      folders.store.onDidChange((changes) => this.update(changes)),
      languages.registerCodeLensProvider(jsonDocuments, this.lenses),
      languages.registerHoverProvider(jsonDocuments, statusHover),
      serveOpened(SCHEMES.json, this.json, opened),
      serveOpened(SCHEMES.explanation, this.explanations, opened),
    ];
  }

  /**
   * The folders of the shown connection that have an open document, whoever opened it, except those that the server no
   * longer has.
   */
  get openIds(): readonly string[] {
    return this.allOpenIds().filter((id) => !this.gone.has(id));
  }

  /**
   * Redraws the documents if another connection is shown. A renewed session of the same one changes nothing: redrawing
   * may send requests.
   * @returns whether another one is shown
   */
  showConnection(): boolean {
    const { key } = this.source();
    if (key === this.drawnKey) return false;
    this.drawnKey = key;
    this.gone.clear();
    this.json.showConnection();
    this.explanations.showConnection();
    this.overview.redraw();
    return true;
  }

  /** Redraws everything but the JSON itself, for another day or setting. */
  redraw(): void {
    this.explanations.redrawAll();
    this.lenses.redraw();
    this.overview.redraw();
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  /** The store changes before `showConnection` is called. Folders that leave it with their connection are not gone. */
  private update(changes: FolderChanges): void {
    if (this.showConnection()) return;
    const open = new Set(this.allOpenIds());
    for (const id of changes.gone) if (open.has(id)) this.gone.add(id);
    for (const id of [...changes.added, ...changes.changed]) this.gone.delete(id);
    this.json.update(changes);
    this.explanations.update(changes);
  }

  private allOpenIds(): readonly string[] {
    return [...new Set([...this.json.openIds, ...this.explanations.openIds])];
  }
}

/** Serves only URIs that a command of ours has opened, see `OpenedUris`. */
function serveOpened(
  scheme: string,
  provider: JsonDocuments | ExplanationDocuments,
  opened: OpenedUris,
): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: provider.onDidChange,
    provideTextDocumentContent(uri) {
      if (!opened.has(uri.toString())) throw new Error(notOpened());
      // Makes it the newest, so that a document in use is not forgotten.
      opened.add(uri.toString());
      return provider.provideTextDocumentContent(uri);
    },
  });
}
