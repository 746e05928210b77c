import { commands, window, type TreeView } from "vscode";
import { plainText } from "../base/plainText";
import { VIEWS } from "../ids";
import type { FolderNode } from "./tree/folderNode";
import type { FoldersTree } from "./tree/foldersTree";
import type { TreeNode } from "./tree/treeNode";

/** The view of folders in the sidebar: what commands do with it. */
export class FoldersView {
  private readonly view: TreeView<TreeNode>;

  /** @param makeVisible takes a filter away that hides a folder */
  constructor(
    private readonly tree: FoldersTree,
    private readonly makeVisible: (folderId: string) => void,
  ) {
    this.view = window.createTreeView(VIEWS.folders, { treeDataProvider: tree, showCollapseAll: true });
  }

  get visible(): boolean {
    return this.view.visible;
  }

  get onDidChangeVisibility(): TreeView<TreeNode>["onDidChangeVisibility"] {
    return this.view.onDidChangeVisibility;
  }

  get selectedNode(): TreeNode | undefined {
    return this.view.selection[0];
  }

  /**
   * Makes the name of the connection the title. There is no room for more behind the container's own title, and VS
   * Code hides a view's description while it is alone in its container.
   */
  showConnection(name: string | undefined): void {
    this.view.title = name === undefined ? "Folders" : plainText(name, 60);
  }

  /** @param text shown above the rows; undefined for none */
  showMessage(text: string | undefined): void {
    this.view.message = text;
  }

  async focus(): Promise<void> {
    await commands.executeCommand(`${VIEWS.folders}.focus`);
  }

  /**
   * Shows a folder that the store knows, selects and expands it.
   * @param nodeOf gives the folder's own row, or another one that belongs to it, to be shown in its place
   */
  async reveal(folderId: string, nodeOf: (folder: FolderNode) => TreeNode): Promise<void> {
    this.makeVisible(folderId);
    const folder = this.tree.folderNode(folderId);
    if (folder) await this.view.reveal(nodeOf(folder), { select: true, focus: true, expand: true });
  }

  /** Shows progress in the view until the work is done. */
  async showProgress<T>(work: Promise<T>): Promise<T> {
    return window.withProgress({ location: { viewId: VIEWS.folders } }, () => work);
  }

  dispose(): void {
    this.view.dispose();
  }
}
