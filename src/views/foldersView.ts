import * as l10n from "@vscode/l10n";
import { commands, window, type TreeView } from "vscode";
import { VIEWS } from "../ids";
import type { FolderNode } from "./tree/folderNode";
import type { FoldersTree } from "./tree/foldersTree";
import type { TreeNode } from "./tree/treeNode";

/** The view of the folders. */
export class FoldersView {
  private readonly view: TreeView<TreeNode>;
  /** Ends the progress that `showWaiting` shows. */
  private endWaiting: (() => void) | undefined;

  /** @param makeVisible clears the filter if it hides the folder */
  constructor(
    private readonly tree: FoldersTree,
    private readonly makeVisible: (folderId: string) => void,
  ) {
    this.view = window.createTreeView(VIEWS.folders, { treeDataProvider: tree });
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

  /** @param connection to name in the title while there is no message that does; undefined: the view's own title */
  showTitle(connection: string | undefined): void {
    this.view.title =
      connection ?? l10n.t({ message: "Folders", comment: "The title of the list of folders" });
  }

  /** Shows a message above the rows; undefined hides it. */
  showMessage(text: string | undefined): void {
    this.view.message = text;
  }

  async focus(): Promise<void> {
    await commands.executeCommand(`${VIEWS.folders}.focus`);
  }

  /** Collapses all rows. VS Code's own button for that would be a fourth in the title. */
  async collapseAll(): Promise<void> {
    await this.focus();
    await commands.executeCommand("list.collapseAll");
  }

  /** Shows the first row: VS Code keeps how far the rows before were scrolled when others take their place. */
  async scrollToTop(): Promise<void> {
    const { firstRow } = this.tree;
    if (!firstRow || !this.visible) return;
    // Rejects if the row is gone by the time VS Code has drawn the rows: then there are others at the top.
    await this.view.reveal(firstRow, { select: false, focus: false }).then(undefined, () => undefined);
  }

  /**
   * Reveals a folder of the store, selects and expands it.
   * @param nodeOf picks the row to reveal: the folder's own, or one below it
   */
  async reveal(folderId: string, nodeOf: (folder: FolderNode) => TreeNode): Promise<void> {
    this.makeVisible(folderId);
    const folder = this.tree.folderNode(folderId);
    if (folder) await this.view.reveal(nodeOf(folder), { select: true, focus: true, expand: true });
  }

  /** Shows progress in the view until the promise settles. */
  async showProgress<T>(work: Promise<T>): Promise<T> {
    return window.withProgress({ location: { viewId: VIEWS.folders } }, () => work);
  }

  /** @param isWaiting whether to show progress in the view; while it is hidden, that would mark the activity bar */
  showWaiting(isWaiting: boolean): void {
    if (isWaiting === (this.endWaiting !== undefined)) return;
    this.endWaiting?.();
    this.endWaiting = undefined;
    if (isWaiting) void this.showProgress(new Promise<void>((resolve) => (this.endWaiting = resolve)));
  }

  dispose(): void {
    this.endWaiting?.();
    this.view.dispose();
  }
}
