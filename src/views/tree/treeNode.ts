import type { TreeItem } from "vscode";
import type { RowWord } from "../../ids";
import type { OzFolder } from "../../oz/model/folder";
import type { Target } from "../target";

/**
 * A row of the tree. The same object stands for the same thing across refreshes, so that VS Code keeps what is
 * expanded and selected. A class, so that commands can tell a row from anything else they are given.
 */
export abstract class TreeNode {
  /** Unique in the whole view. */
  abstract readonly id: string;
  abstract readonly parent: TreeNode | undefined;
  abstract readonly children: readonly TreeNode[];
  /** What commands on the row are meant for; undefined for a row that stands for no folder. */
  abstract readonly target: Target | undefined;
  abstract item(): TreeItem;
}

/** The row of a folder, as the rows below it see it. */
export interface FolderRow extends TreeNode {
  readonly folder: OzFolder;
}

/** A row directly below that of its folder, as the rows below it see it. */
export interface FolderPartRow extends TreeNode {
  readonly parent: FolderRow;
}

/** @returns the `contextValue` of a row: the words by which menus tell it from others */
export function contextValue(...words: readonly RowWord[]): string {
  return words.join(" ");
}
