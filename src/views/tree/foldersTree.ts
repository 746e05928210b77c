import { EventEmitter, type TreeDataProvider, type TreeItem } from "vscode";
import type { Folders } from "../../folders/folders";
import type { ConnectionFolders, FolderChanges } from "../../folders/store/connectionFolders";
import type { FolderStore } from "../../folders/store/folderStore";
import type { Failure, ServerHealth } from "../../folders/store/serverHealth";
import { FailureNode } from "./failureNode";
import { FolderNode, type FolderNodeContext } from "./folderNode";
import { LoadMoreNode } from "./loadMoreNode";
import { resolveTooltip, type TreeNode } from "./treeNode";

/** The tree of folders. It observes the store, keeps a node for each folder and redraws only what changed. */
export class FoldersTree implements TreeDataProvider<TreeNode> {
  private readonly store: FolderStore;
  private readonly health: ServerHealth;
  private readonly changes = new EventEmitter<TreeNode[] | undefined>();
  private readonly nodes = new Map<string, FolderNode>();
  private readonly loadMoreNode: LoadMoreNode;
  private readonly subscriptions: readonly { dispose(): void }[];
  /** The signature of the rows drawn last. */
  private drawn = "";
  /** The failure drawn last. */
  private drawnFailure: Failure | undefined;

  readonly onDidChangeTreeData = this.changes.event;
  /** Called on hover. */
  readonly resolveTreeItem = resolveTooltip;

  /** @param connected whether the user is signed in; if not, the tree is empty and VS Code shows the welcome view */
  constructor(
    private readonly folders: Pick<Folders, "store" | "health" | "filter">,
    private readonly connected: () => boolean,
    private readonly context: FolderNodeContext,
  ) {
    const { store, health } = folders;
    this.store = store;
    this.health = health;
    this.loadMoreNode = new LoadMoreNode(folders);
    this.subscriptions = [
      store.onDidChange((change) => this.update(change)),
      health.onDidChange(() => {
        if (this.health.failure !== this.drawnFailure) this.redraw();
      }),
      folders.filter.onDidChange(() => {
        if (this.signature() !== this.drawn) this.redraw();
      }),
      this.changes,
    ];
  }

  /** Redraws everything, for another connection or setting. */
  redraw(): void {
    this.changes.fire(undefined);
  }

  /** Redraws the rows of folders that have been watched or unwatched. */
  redrawWatched(): void {
    this.redrawNodes([...this.nodes.values()].filter((node) => node.watchIsStale));
  }

  /** Redraws the rows whose age has changed. */
  redrawAges(): void {
    this.redrawNodes([...this.nodes.values()].filter((node) => node.ageIsStale));
  }

  /** @returns the node of a folder; undefined if the store does not have the folder */
  folderNode(id: string): FolderNode | undefined {
    const folder = this.store.current.get(id);
    if (!folder) return undefined;
    const node = this.nodes.get(id) ?? new FolderNode(folder, this.context);
    node.folder = folder;
    this.nodes.set(id, node);
    return node;
  }

  getTreeItem(node: TreeNode): TreeItem {
    return node.item();
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  /** Answers at once, with what is known: while it waits, VS Code would show the rows of the connection before. */
  getChildren(node?: TreeNode): TreeNode[] {
    if (node) return [...node.children];
    if (!this.connected()) return [];
    this.drawn = this.signature();
    this.drawnFailure = this.health.failure;
    return this.rows;
  }

  /** Undefined if there are no rows. */
  get firstRow(): TreeNode | undefined {
    return this.connected() ? this.rows[0] : undefined;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private redrawNodes(nodes: FolderNode[]): void {
    if (nodes.length > 0) this.changes.fire(nodes);
  }

  private update({ added, changed, removed, list }: FolderChanges): void {
    for (const id of removed) this.nodes.delete(id);
    const nodes = changed.flatMap((id) => this.folderNode(id) ?? []);
    const rowsChanged = added.length > 0 || removed.length > 0 || list;
    if (rowsChanged && !this.folders.filter.current) this.redraw();
    else this.redrawNodes(nodes);
  }

  /** The rows at the root while signed in. */
  private get rows(): TreeNode[] {
    const { shown } = this;
    const folders = shown.all.flatMap(({ id }) => this.folderNode(id) ?? []);
    const { gapIndex } = shown;
    return [
      ...(this.health.failure ? [new FailureNode(this.health.failure, this.context.now)] : []),
      ...folders.slice(0, gapIndex),
      ...(shown.loaded && shown.hasMore ? [this.loadMoreNode] : []),
      ...folders.slice(gapIndex),
    ];
  }

  private get shown(): Pick<ConnectionFolders, "all" | "loaded" | "hasMore" | "gapIndex"> {
    return this.folders.filter.current ?? this.store.current;
  }

  /** Identifies the rows that a filter shows, because a filter fires for equal lists, too. "" without a filter. */
  private signature(): string {
    const filtered = this.folders.filter.current;
    if (!filtered) return "";
    const { loaded, hasMore, checkedCount } = filtered;
    return [loaded, hasMore, checkedCount, ...filtered.all.map(({ id }) => id)].join();
  }
}
