import type * as vscode from "vscode";
import { desk, note } from "./desk";
import { hold } from "./held";
import { EventEmitter, never } from "./values";

/** A view, hidden at first: it draws no rows, but knows the selected ones and records the revealed one. */
class TreeView<T> implements vscode.TreeView<T> {
  visible = false;
  title: string | undefined;
  message: string | undefined;
  private readonly visibility = new EventEmitter<vscode.TreeViewVisibilityChangeEvent>();
  readonly onDidExpandElement = never;
  readonly onDidCollapseElement = never;
  readonly onDidChangeSelection = never;
  readonly onDidChangeVisibility = this.visibility.event;
  readonly onDidChangeCheckboxState = never;

  private readonly holding = hold("view", () => this.visibility.dispose());

  constructor(private readonly viewId: string) {}

  get selection(): readonly T[] {
    return (desk.selections.get(this.viewId) ?? []) as readonly T[];
  }

  setVisible(visible: boolean): void {
    this.visible = visible;
    this.visibility.fire({ visible });
  }

  reveal(element: T): Promise<void> {
    note("reveal", (element as { readonly id: string }).id);
    return Promise.resolve();
  }

  dispose(): void {
    this.holding.dispose();
  }
}

export function createTreeView<T>(viewId: string, options: vscode.TreeViewOptions<T>): TreeView<T> {
  desk.trees.set(viewId, options.treeDataProvider);
  const view = new TreeView<T>(viewId);
  desk.views.set(viewId, view);
  return view;
}
