import { commands } from "vscode";
import type { Clock } from "../base/clock";
import type { Memento } from "../base/memento";
import { RepeatingTimer } from "../base/timers";
import type { CurrentConnection } from "../connections/activeConnection";
import type { SavedConnection } from "../connections/savedConnection";
import type { Folders } from "../folders/folders";
import { CONTEXT_KEYS, type ContextKeys } from "../ids";
import { notify, onDidChangeSettings, processingLimit, RowSettings, webConsoleFolderUrl } from "../settings";
import { Documents } from "./documents";
import { FoldersView } from "./foldersView";
import { registerIdProvider } from "./hover/idProvider";
import { listMessage } from "./listMessage";
import { OpenedUris } from "./openedUris";
import { shownFindings } from "./shownFindings";
import { FoldersTree } from "./tree/foldersTree";
import { WatchedView } from "./watch/watchedView";
import { announceWatchEnds } from "./watch/watchNotices";
import { WatchStatusBar } from "./watch/watchStatusBar";

/** The smallest unit of the ages in the list, in milliseconds. */
const MINUTE = 60_000;

/** Everything that shows folders. Views observe the store and send no requests. */
export class Views {
  readonly list: FoldersView;
  readonly documents: Documents;
  private readonly tree: FoldersTree;
  private readonly ageTimer: RepeatingTimer;
  private readonly disposables: readonly { dispose(): void }[];

  /** @param windowMemento of this window */
  constructor(
    private readonly folders: Folders,
    private readonly connection: () => CurrentConnection | undefined,
    private readonly clock: Clock,
    windowMemento: Memento,
  ) {
    const { watches } = folders;
    const now = (): number => clock.now();
    const settings = new RowSettings();
    const { labelKeys, hiddenFindings } = settings;
    const findings = shownFindings({ hidden: hiddenFindings, processingLimit, now });
    const isWatched = (id: string): boolean => watches.has(id);
    const connected = (): SavedConnection | undefined => {
      const current = connection();
      return current?.signedIn === true ? current.saved : undefined;
    };
    this.tree = new FoldersTree(folders, () => connected() !== undefined, {
      labelKeys,
      isWatched,
      findings,
      now,
    });
    this.list = new FoldersView(this.tree, (id) => {
      if (folders.filter.current?.has(id) === false) folders.filter.set(undefined);
    });
    const opened = new OpenedUris(windowMemento);
    this.documents = new Documents({ folders, findings, connected, opened, now });
    this.ageTimer = new RepeatingTimer(
      clock,
      MINUTE,
      () => this.list.visible,
      () => this.tree.redrawAges(),
    );
    const watched = new WatchedView(folders, labelKeys, findings, clock);
    const showWatches = (): void => {
      setContextKey("watching", watches.ids.length > 0);
      this.tree.redrawWatched();
    };
    const showWebConsole = (): void => setContextKey("webConsole", webConsoleFolderUrl() !== "");
    this.disposables = [
      this.tree,
      this.list,
      this.documents,
      this.ageTimer,
      ...registerIdProvider(folders, connection, findings, clock),
      new WatchStatusBar(folders),
      watched,
      announceWatchEnds(folders, { labelKeys, notify }),
      watches.onDidChange(showWatches),
      folders.store.onDidChange(() => this.showMessage()),
      folders.health.onDidChange(() => this.showMessage()),
      folders.filter.onDidChange(() => {
        setContextKey("filtered", folders.filter.current !== undefined);
        this.showMessage();
      }),
      this.list.onDidChangeVisibility(() => this.ageTimer.update()),
      onDidChangeSettings(() => {
        settings.clear();
        showWebConsole();
        this.tree.redraw();
        watched.redraw();
        this.documents.explanations.redrawAll();
      }),
    ];
    showWatches();
    showWebConsole();
    this.showConnection();
    this.ageTimer.update();
  }

  /** Must be called when the connection has changed, or the user has signed in or out. */
  showConnection(): void {
    const current = this.connection();
    const state = current?.signedIn === true ? "active" : "signedOut";
    setContextKey("connection", current ? state : "none");
    setContextKey("sandbox", current?.saved.kind === "sandbox");
    this.list.showConnection(current?.saved.name);
    this.showMessage();
    this.tree.redraw();
    this.documents.showConnection();
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private showMessage(): void {
    const saved = this.connection()?.saved;
    const role = saved?.kind === "server" ? saved.role : undefined;
    this.list.showMessage(listMessage(this.folders, this.clock.now(), role));
  }
}

/** The failure of a context key would be VS Code's own and cannot be handled here. */
function setContextKey<K extends keyof ContextKeys>(key: K, value: ContextKeys[K]): void {
  // eslint-disable-next-line no-restricted-syntax -- the only place
  void commands.executeCommand("setContext", CONTEXT_KEYS[key], value);
}
