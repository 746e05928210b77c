import type { TreeItem } from "vscode";

/**
 * A row of the tree. The same object stands for the same thing across refreshes, so that VS Code keeps what is
 * expanded and selected.
 */
export interface TreeNode {
  /** Unique in the whole view. */
  readonly id: string;
  readonly parent: TreeNode | undefined;
  readonly children: readonly TreeNode[];
  item(): TreeItem;
}
