import { EventEmitter, type TreeDataProvider, type TreeItem } from "vscode";
import type { Folders } from "../../folders/folders";
import type { FolderChanges, FolderStore } from "../../folders/store/folderStore";
import type { ServerHealth } from "../../folders/store/serverHealth";
import { AnalysisNode } from "./analysisNode";
import { FailureNode } from "./failureNode";
import { FolderNode, type FolderNodeContext } from "./folderNode";
import { LoadMoreNode } from "./loadMoreNode";
import { mediaRows } from "./mediaNode";
import { analysisTooltip, folderTooltip } from "./tooltip";
import type { TreeNode } from "./treeNode";

/** The tree of folders: observes the store, keeps one node for each thing, redraws only what changed. */
export class FoldersTree implements TreeDataProvider<TreeNode> {
  private readonly store: FolderStore;
  private readonly health: ServerHealth;
  private readonly changes = new EventEmitter<TreeNode[] | undefined>();
  private readonly nodes = new Map<string, FolderNode>();
  private readonly loadMoreNode: LoadMoreNode;
  private readonly subscriptions: readonly { dispose(): void }[];
  private firstAnswer: (() => void)[] = [];
  /** What the rows were made of when a filter had its say. */
  private drawn = "";

  readonly onDidChangeTreeData = this.changes.event;

  /** @param connected whether there is a server to ask; without, the tree is empty and the welcome view shows */
  constructor(
    private readonly folders: Pick<Folders, "store" | "health" | "filtered" | "onDidChangeFiltered">,
    private readonly connected: () => boolean,
    private readonly context: FolderNodeContext,
  ) {
    const { store, health } = folders;
    this.store = store;
    this.health = health;
    this.loadMoreNode = new LoadMoreNode(folders);
    this.subscriptions = [
      store.onDidChange((change) => this.take(change)),
      health.onDidChange(() => this.redraw()),
      folders.onDidChangeFiltered(() => {
        if (this.signature() !== this.drawn) this.redraw();
      }),
      this.changes,
    ];
  }

  /** Draws everything anew, as when the connection or a setting changed. Whoever waits for the rows gets them once. */
  redraw(): void {
    const waiting = this.firstAnswer.splice(0);
    for (const answer of waiting) answer();
    if (waiting.length === 0) this.changes.fire(undefined);
  }

  /** Draws the rows anew that were drawn as watched or are watched now. */
  redrawWatched(): void {
    this.redrawNodes([...this.nodes.values()].filter((node) => node.watchIsStale));
  }

  /** Draws the rows anew that tell an age which is no longer right. */
  redrawAges(): void {
    this.redrawNodes([...this.nodes.values()].filter((node) => node.ageIsStale));
  }

  /** The node of a folder, for revealing it; undefined while the store does not know the folder. */
  folderNode(id: string): FolderNode | undefined {
    const folder = this.store.get(id);
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

  /** At the root it waits for the first answer of the server, so that VS Code shows progress, not an empty view. */
  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (node instanceof FolderNode) return [...node.children, ...mediaRows(node)];
    if (node) return [...node.children];
    while (this.connected() && !this.shown.loaded && !this.health.failure) {
      await new Promise<void>((resolve) => this.firstAnswer.push(resolve));
    }
    if (!this.connected()) return [];
    this.drawn = this.signature();
    const { shown } = this;
    const folders = shown.list().flatMap(({ id }) => this.folderNode(id) ?? []);
    const reach = shown.reachIndex;
    return [
      ...(this.health.failure ? [new FailureNode(this.health.failure)] : []),
      ...folders.slice(0, reach),
      ...(shown.hasMore ? [this.loadMoreNode] : []),
      ...folders.slice(reach),
    ];
  }

  /** Called when the mouse rests on a row. */
  resolveTreeItem(item: TreeItem, node: TreeNode): TreeItem {
    if (node instanceof FolderNode)
      item.tooltip = folderTooltip(node.folder, this.context.findings(node.folder.resolution));
    if (node instanceof AnalysisNode) item.tooltip = analysisTooltip(node.analysis);
    return item;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private redrawNodes(nodes: FolderNode[]): void {
    if (nodes.length > 0) this.changes.fire(nodes);
  }

  private take({ added, changed, removed, list }: FolderChanges): void {
    for (const id of removed) this.nodes.delete(id);
    const nodes = changed.flatMap((id) => this.folderNode(id) ?? []);
    const isOther = added.length > 0 || removed.length > 0 || list;
    if (isOther && !this.folders.filtered) this.redraw();
    else this.redrawNodes(nodes);
  }

  private get shown(): Pick<FolderStore, "list" | "loaded" | "hasMore" | "reachIndex"> {
    return this.folders.filtered ?? this.store;
  }

  /** A filter cannot tell what became of its list without making it anew; equal lists need no drawing. */
  private signature(): string {
    const { filtered } = this.folders;
    if (!filtered) return "";
    const { loaded, hasMore, lookedAt } = filtered;
    return [loaded, hasMore, lookedAt, ...filtered.list().map(({ id }) => id)].join();
  }
}
