import type { TreeItem } from "vscode";
import { type RowWord } from "../../ids";

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

/** @returns the `contextValue` of a row: the words by which menus tell it from others */
export function contextValue(...words: readonly RowWord[]): string {
  return words.join(" ");
}
