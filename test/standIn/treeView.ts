import type * as vscode from "vscode";
import { desk, note } from "./desk";
import { never } from "./values";

/** A hidden view: it draws no rows, but knows the selected ones and records the revealed one. */
class TreeView<T> implements vscode.TreeView<T> {
  readonly visible = false;
  readonly onDidExpandElement = never;
  readonly onDidCollapseElement = never;
  readonly onDidChangeSelection = never;
  readonly onDidChangeVisibility = never;
  readonly onDidChangeCheckboxState = never;

  constructor(private readonly viewId: string) {}

  get selection(): readonly T[] {
    return (desk.selections.get(this.viewId) ?? []) as readonly T[];
  }

  reveal(element: T): Promise<void> {
    note("reveal", (element as { readonly id: string }).id);
    return Promise.resolve();
  }

  dispose(): void {
    // Nothing is kept.
  }
}

export function createTreeView<T>(viewId: string, options: vscode.TreeViewOptions<T>): TreeView<T> {
  desk.trees.set(viewId, options.treeDataProvider);
  return new TreeView<T>(viewId);
}
