import type { CurrentConnection } from "../connections/connectionManager";
import { serverOf } from "../connections/savedConnection";
import type { Folders } from "../folders/folders";
import type { Clock } from "../oz/clock";
import { hiddenFindings, labelKeys, onDidChangeSettings, processingLimit } from "../settings";
import { AgesTimer } from "./agesTimer";
import { setContextKey } from "./contextKeys";
import { emptyListText } from "./emptyList";
import { ExplanationDocuments } from "./explain/explanationDocuments";
import { FoldersView } from "./foldersView";
import { JsonDocuments } from "./json/jsonDocuments";
import { shownFindings } from "./shownFindings";
import { FoldersTree } from "./tree/foldersTree";
import { announceWatchEnds } from "./watch/watchNotices";
import { WatchStatusBar } from "./watch/watchStatusBar";

/** Everything that shows folders. It observes them and asks for nothing. */
export class Views {
  readonly list: FoldersView;
  readonly documents: JsonDocuments;
  readonly explanations: ExplanationDocuments;
  private readonly tree: FoldersTree;
  private readonly ages: AgesTimer;
  private readonly disposables: readonly { dispose(): void }[];

  constructor(
    private readonly folders: Folders,
    private readonly connection: () => CurrentConnection | undefined,
    clock: Clock,
  ) {
    const { watch } = folders;
    const now = (): number => clock.now();
    const findings = shownFindings({ hidden: hiddenFindings, processingLimit, now });
    const isWatched = (id: string): boolean => watch.watchedId === id;
    const connected = (): boolean => connection()?.signedIn ?? false;
    const server = (): string | undefined => {
      const current = connection();
      return current?.signedIn === true ? serverOf(current.saved) : undefined;
    };
    this.tree = new FoldersTree(folders, connected, { labelKeys, isWatched, findings, now });
    this.list = new FoldersView(this.tree);
    this.documents = new JsonDocuments(folders.texts, server);
    this.explanations = new ExplanationDocuments(folders, findings);
    this.ages = new AgesTimer(
      clock,
      () => this.list.visible,
      () => this.tree.redrawAges(),
    );
    const showWatch = (): void => {
      setContextKey("ozInspector.watching", watch.watchedId !== undefined);
      this.tree.redrawWatched();
    };
    this.disposables = [
      this.tree,
      this.list,
      this.documents,
      this.explanations,
      this.ages,
      new WatchStatusBar(folders, findings),
      announceWatchEnds(folders, labelKeys),
      watch.onDidChange(showWatch),
      folders.store.onDidChange(() => this.showWhyEmpty()),
      this.list.onDidChangeVisibility(() => this.ages.update()),
      onDidChangeSettings(() => {
        this.tree.redraw();
        this.explanations.redrawAll();
      }),
    ];
    showWatch();
    this.showConnection();
    this.ages.update();
  }

  /** To be called when the connection is another one, none, or signed in or out. */
  showConnection(): void {
    const current = this.connection();
    const state = current?.signedIn === true ? "active" : "signedOut";
    setContextKey("ozInspector.connection", current ? state : "none");
    setContextKey("ozInspector.sandbox", current?.saved.kind === "sandbox");
    this.list.showConnection(current?.saved.name);
    this.showWhyEmpty();
    this.tree.redraw();
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private showWhyEmpty(): void {
    const { store } = this.folders;
    const saved = this.connection()?.saved;
    const isEmpty = store.loaded && store.list().length === 0;
    const role = saved?.kind === "server" ? saved.role : undefined;
    this.list.showMessage(isEmpty && role !== undefined ? emptyListText(role) : undefined);
  }
}
