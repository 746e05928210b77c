import * as l10n from "@vscode/l10n";
import { EventEmitter, window, type TreeDataProvider, type TreeItem, type TreeView } from "vscode";
import type { Clock } from "../../base/clock";
import { counted } from "../../base/language";
import { RepeatingTimer } from "../../base/timers";
import type { Folders } from "../../folders/folders";
import { VIEWS } from "../../ids";
import { needsAttention } from "../../status/effectiveStatus";
import type { ShownFindings } from "../shownFindings";
import { waitSentences } from "../text/waitText";
import { historyLines } from "../text/watchText";
import type { FolderTooltip } from "../tree/tooltip";
import { resolveTooltip } from "../tree/treeNode";
import { onDidChangeWatched, watchedByUrgency, watchedFolder, type WatchedFolders } from "./watchedFolders";
import { WatchedNode, type WatchedNodeContext } from "./watchedNode";

/** Milliseconds between looks at what has changed with time. A row changes with it once a minute. */
const LOOK_INTERVAL = 10_000;

/**
 * The view of the watched folders, most urgent first. Its badge counts those that need attention. VS Code hides the tooltip
 * of a row that is redrawn, and loses a click on its buttons: only rows that look different are redrawn, and they show no
 * seconds. A line above the rows says if new folders are waited for.
 */
export class WatchedView implements TreeDataProvider<WatchedNode> {
  private readonly changes = new EventEmitter<WatchedNode[] | undefined>();
  private readonly nodes = new Map<string, WatchedNode>();
  /** The IDs of the rows drawn last. */
  private drawn: readonly string[] = [];
  private readonly view: TreeView<WatchedNode>;
  private readonly timer: RepeatingTimer;
  private readonly context: WatchedNodeContext;
  private readonly subscriptions: readonly { dispose(): void }[];

  readonly onDidChangeTreeData = this.changes.event;
  /** Called on hover. */
  readonly resolveTreeItem = resolveTooltip;

  constructor(
    private readonly folders: WatchedFolders & Pick<Folders, "arrivals">,
    labelKeys: () => readonly string[],
    findings: ShownFindings,
    tooltip: FolderTooltip,
    private readonly clock: Clock,
  ) {
    this.context = {
      watched: (id) => watchedFolder(folders, id),
      labelKeys,
      findings,
      tooltip: (folder) => tooltip(folder, historyLines(folders.watches.historyOf(folder.id), clock.now())),
      now: () => clock.now(),
    };
    this.view = window.createTreeView<WatchedNode>(VIEWS.watched, { treeDataProvider: this });
    this.timer = new RepeatingTimer(
      clock,
      LOOK_INTERVAL,
      () => this.view.visible && folders.watches.ids.length > 0,
      () => this.redrawRows((node) => node.isStale || node.hasOldTooltip),
    );
    this.subscriptions = [
      this.changes,
      this.view,
      this.timer,
      this.view.onDidChangeVisibility(() => this.timer.update()),
      ...onDidChangeWatched(folders, () => this.update()),
      folders.arrivals.onDidChange(() => this.showWait()),
    ];
    this.showWait();
    this.update();
  }

  /** Redraws everything. */
  redraw(): void {
    this.changes.fire(undefined);
    this.showWait();
  }

  getTreeItem(node: WatchedNode): TreeItem {
    return node.item();
  }

  getChildren(node?: WatchedNode): WatchedNode[] {
    if (node) return [];
    this.drawn = this.ids();
    for (const id of this.nodes.keys()) if (!this.drawn.includes(id)) this.nodes.delete(id);
    return this.drawn.map((id) => this.node(id));
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** Redraws what a change of the watched folders has made look different. */
  private update(): void {
    if (this.ids().join() === this.drawn.join()) this.redrawRows((node) => node.isStale);
    else this.redraw();
    this.timer.update();
    const attention = watchedByUrgency(this.folders).filter(
      ({ folder }) => folder && needsAttention(folder.resolution),
    ).length;
    const tooltip = counted(
      l10n.t("{0} watched folder needs attention|{0} watched folders need attention"),
      attention,
    );
    this.view.badge = attention === 0 ? undefined : { value: attention, tooltip };
  }

  /** Says above the rows that new folders are waited for. */
  private showWait(): void {
    const wait = this.folders.arrivals.current;
    this.view.message = wait && waitSentences(wait, this.clock.now()).join(" ");
  }

  private redrawRows(needsIt: (node: WatchedNode) => boolean): void {
    const nodes = [...this.nodes.values()].filter(needsIt);
    if (nodes.length > 0) this.changes.fire(nodes);
  }

  private ids(): readonly string[] {
    return watchedByUrgency(this.folders).map(({ id }) => id);
  }

  private node(id: string): WatchedNode {
    const node = this.nodes.get(id) ?? new WatchedNode(id, this.context);
    this.nodes.set(id, node);
    return node;
  }
}
