import { EventEmitter, window, type TreeDataProvider, type TreeItem, type TreeView } from "vscode";
import type { Clock } from "../../base/clock";
import { RepeatingTimer } from "../../base/timers";
import { VIEWS } from "../../ids";
import { needsAttention } from "../../status/effectiveStatus";
import type { ShownFindings } from "../shownFindings";
import { historyLines } from "../text/watchText";
import { folderTooltip } from "../tree/tooltip";
import { resolveTooltip } from "../tree/treeNode";
import { onDidChangeWatched, watchedByUrgency, watchedFolder, type WatchedFolders } from "./watchedFolders";
import { WatchedNode, type WatchedNodeContext } from "./watchedNode";

/** The unit of elapsed times, in milliseconds. */
const SECOND = 1000;

/** Milliseconds for which a hovered row keeps its elapsed time: redrawing a row hides its hover. */
const HOVER_PAUSE = 10_000;

/** The view of the watched folders, most urgent first. Its badge counts those that need attention. */
export class WatchedView implements TreeDataProvider<WatchedNode> {
  private readonly changes = new EventEmitter<WatchedNode[] | undefined>();
  private readonly nodes = new Map<string, WatchedNode>();
  private readonly hoveredAt = new WeakMap<WatchedNode, number>();
  private readonly view: TreeView<WatchedNode>;
  private readonly timer: RepeatingTimer;
  private readonly context: WatchedNodeContext;
  private readonly subscriptions: readonly { dispose(): void }[];

  readonly onDidChangeTreeData = this.changes.event;
  constructor(
    private readonly folders: WatchedFolders,
    labelKeys: () => readonly string[],
    findings: ShownFindings,
    private readonly clock: Clock,
  ) {
    this.context = {
      watched: (id) => watchedFolder(folders, id),
      labelKeys,
      tooltip: (folder) =>
        folderTooltip(
          folder,
          findings(folder.resolution),
          historyLines(folders.watches.historyOf(folder.id)),
        ),
      now: () => clock.now(),
    };
    this.view = window.createTreeView<WatchedNode>(VIEWS.watched, { treeDataProvider: this });
    const isRunning = (): boolean => folders.watches.running.length > 0;
    this.timer = new RepeatingTimer(
      clock,
      SECOND,
      () => this.view.visible && isRunning(),
      () => this.redrawTimes(),
    );
    this.subscriptions = [
      this.changes,
      this.view,
      this.timer,
      this.view.onDidChangeVisibility(() => this.timer.update()),
      ...onDidChangeWatched(folders, () => this.redraw()),
    ];
    this.redraw();
  }

  /** Redraws everything. */
  redraw(): void {
    this.changes.fire(undefined);
    this.timer.update();
    const attention = watchedByUrgency(this.folders).filter(
      ({ folder }) => folder && needsAttention(folder.resolution),
    ).length;
    const tooltip =
      attention === 1 ? "1 watched folder needs attention" : `${attention} watched folders need attention`;
    this.view.badge = attention === 0 ? undefined : { value: attention, tooltip };
  }

  getTreeItem(node: WatchedNode): TreeItem {
    return node.item();
  }

  /** Called on hover. */
  resolveTreeItem(item: TreeItem, node: WatchedNode): TreeItem {
    this.hoveredAt.set(node, this.clock.now());
    return resolveTooltip(item, node);
  }

  getChildren(node?: WatchedNode): WatchedNode[] {
    if (node) return [];
    const ids = watchedByUrgency(this.folders).map(({ id }) => id);
    for (const id of this.nodes.keys()) if (!ids.includes(id)) this.nodes.delete(id);
    return ids.map((id) => this.node(id));
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private redrawTimes(): void {
    const stale = [...this.nodes.values()].filter((node) => node.isStale && !this.isHovered(node));
    if (stale.length > 0) this.changes.fire(stale);
  }

  private isHovered(node: WatchedNode): boolean {
    const hoveredAt = this.hoveredAt.get(node);
    return hoveredAt !== undefined && this.clock.now() - hoveredAt < HOVER_PAUSE;
  }

  private node(id: string): WatchedNode {
    const node = this.nodes.get(id) ?? new WatchedNode(id, this.context);
    this.nodes.set(id, node);
    return node;
  }
}
