import type { Clock } from "../base/clock";
import type { Memento } from "../base/memento";
import { RepeatingTimer } from "../base/timers";
import type { CurrentConnection } from "../connections/activeConnection";
import { connectionKey, type SavedConnection } from "../connections/savedConnection";
import type { Folders } from "../folders/folders";
import type { ContextKeys } from "../ids";
import { notify, onDidChangeSettings, processingLimit, RowSettings, webConsoleFolderUrl } from "../settings";
import type { TimeLimits } from "../status/processingTime";
import { ContextKeyWriter } from "./contextKeys";
import { Documents } from "./documents";
import { sourceOf } from "./documentUri";
import { drawTimelines } from "./explain/drawTimelines";
import { revivePreviews } from "./explain/revivePreviews";
import { FirstReply } from "./firstReply";
import { FoldersView } from "./foldersView";
import { registerIdProvider } from "./hover/idProvider";
import { awaitsFirstReply, listMessage, type ListedAccount } from "./listMessage";
import { OpenedUris } from "./openedUris";
import { shownFindings } from "./shownFindings";
import { connectionInWords } from "./text/connectionText";
import { dayOf } from "./text/formatTime";
import { FoldersTree } from "./tree/foldersTree";
import { folderTooltips } from "./tree/tooltip";
import { tellWaitEnds } from "./watch/waitNotices";
import { WaitStatusBar } from "./watch/waitStatusBar";
import { WatchedView } from "./watch/watchedView";
import { WatchNotices } from "./watch/watchNotices";
import { WatchStatusBar } from "./watch/watchStatusBar";

/** The smallest unit of the ages in the list, in milliseconds. */
const MINUTE = 60_000;

/** Everything that shows folders. Views observe the store and send no requests. */
export class Views {
  readonly list: FoldersView;
  readonly documents: Documents;
  /** What the times of running folders are compared with now. */
  readonly timeLimits: () => TimeLimits;
  /** See `OzInspectorApi`. */
  readonly extendMarkdownIt = drawTimelines;
  private readonly tree: FoldersTree;
  private readonly watched: WatchedView;
  private readonly statusBar: WatchStatusBar;
  private readonly waitStatusBar: WaitStatusBar;
  private readonly minuteTimer: RepeatingTimer;
  /** The day on which everything was drawn: times of another day have their date. */
  private drawnDay: string;
  private readonly firstReply: FirstReply;
  private readonly contextKeys: ContextKeyWriter;
  private readonly disposables: readonly { dispose(): void }[];

  /**
   * @param clock tells the time of the server, because the times that are compared with it are the server's
   * @param windowMemento of this window
   */
  constructor(
    private readonly folders: Folders,
    private readonly connection: () => CurrentConnection | undefined,
    private readonly clock: Clock,
    windowMemento: Memento,
  ) {
    const { watches, arrivals } = folders;
    const now = (): number => clock.now();
    const settings = new RowSettings();
    const { labelKeys, hiddenFindings } = settings;
    this.timeLimits = () => ({
      now: now(),
      processingLimit: processingLimit(),
      usualTime: folders.usualTime.milliseconds,
    });
    const findings = shownFindings(hiddenFindings, this.timeLimits);
    const tooltip = folderTooltips(findings, this.timeLimits);
    const isWatched = (id: string): boolean => watches.has(id);
    const connected = (): SavedConnection | undefined => {
      const current = connection();
      return current?.signedIn === true ? current.saved : undefined;
    };
    this.tree = new FoldersTree(folders, () => connected() !== undefined, {
      labelKeys,
      isWatched,
      findings,
      tooltip,
      now,
    });
    this.list = new FoldersView(this.tree, (id) => {
      if (folders.filter.current?.has(id) === false) folders.filter.set(undefined);
    });
    const opened = new OpenedUris(windowMemento);
    this.documents = new Documents({ folders, findings, connected, opened, hiddenFindings, clock });
    this.drawnDay = dayOf(now());
    this.minuteTimer = new RepeatingTimer(
      clock,
      MINUTE,
      () => true,
      () => this.passMinute(),
    );
    this.statusBar = new WatchStatusBar(folders, labelKeys, findings, now);
    this.waitStatusBar = new WaitStatusBar(arrivals, now);
    this.watched = new WatchedView(folders, labelKeys, findings, tooltip, clock);
    this.firstReply = new FirstReply(
      clock,
      () => this.list.visible && this.account !== undefined && awaitsFirstReply(folders),
      () => this.showState(),
    );
    this.contextKeys = new ContextKeyWriter(() => this.contextValues());
    this.disposables = [
      this.tree,
      this.list,
      this.documents,
      this.minuteTimer,
      this.firstReply,
      ...registerIdProvider(folders, connection, findings, tooltip, clock),
      this.statusBar,
      this.waitStatusBar,
      this.watched,
      tellWaitEnds(arrivals),
      new WatchNotices(folders, { source: () => sourceOf(connected()), labelKeys, notify, findings, clock }),
      watches.onDidChange(() => {
        this.contextKeys.update();
        this.tree.redrawWatched();
      }),
      arrivals.onDidChange(() => this.contextKeys.update()),
      folders.store.onDidChange(() => this.showState()),
      folders.health.onDidChange(() => this.showState()),
      folders.filter.onDidChange(() => this.showState()),
      folders.recentLookUps.onDidPut(() => this.contextKeys.update()),
      this.documents.onDidChangeOpen(() => this.contextKeys.update()),
      this.list.onDidChangeVisibility(() => this.showState()),
      onDidChangeSettings(() => {
        settings.clear();
        this.contextKeys.update();
        this.redraw();
      }),
    ];
    this.showConnection();
    this.minuteTimer.update();
    void revivePreviews(windowMemento, opened);
  }

  /** Must be called when the connection has changed, or the user has signed in or out. */
  showConnection(): void {
    const current = this.connection();
    this.list.showTitle(current && !current.signedIn ? connectionInWords(current.saved) : undefined);
    this.showState();
    this.tree.redraw();
    this.documents.showConnection();
  }

  dispose(): void {
    for (const disposable of this.disposables) disposable.dispose();
  }

  private contextValues(): ContextKeys {
    const current = this.connection();
    const state = current?.signedIn === true ? "active" : "signedOut";
    return {
      connection: current ? state : "none",
      signedInTo: state === "active" ? (current?.saved.kind ?? "nothing") : "nothing",
      watching: this.folders.watches.ids.length > 0,
      waiting: this.folders.arrivals.current !== undefined,
      filtered: this.folders.filter.current !== undefined,
      webConsole: webConsoleFolderUrl() !== "",
      explained: this.documents.explanations.openIds.length > 0,
      lookedUp:
        current !== undefined && this.folders.recentLookUps.of(connectionKey(current.saved)).length > 0,
    };
  }

  private redraw(): void {
    this.tree.redraw();
    this.watched.redraw();
    this.statusBar.redraw();
    this.waitStatusBar.redraw();
    this.documents.redraw();
    this.showState();
  }

  private passMinute(): void {
    const day = dayOf(this.clock.now());
    const isNewDay = day !== this.drawnDay;
    this.drawnDay = day;
    if (isNewDay) this.redraw();
    else if (this.list.visible) this.tree.redrawAges();
  }

  /** Whose folders are listed; undefined while signed out. */
  private get account(): ListedAccount | undefined {
    const current = this.connection();
    if (current?.signedIn !== true) return undefined;
    const { saved } = current;
    return { connection: connectionInWords(saved), role: saved.kind === "server" ? saved.role : undefined };
  }

  private showState(): void {
    this.contextKeys.update();
    this.firstReply.update();
    const { isLate } = this.firstReply;
    this.list.showMessage(listMessage(this.folders, this.clock.now(), this.account, isLate));
    this.list.showWaiting(isLate);
  }
}
