import { window, type TreeDataProvider, type TreeViewOptions } from "vscode";
import { VIEWS } from "../../../src/ids";

/** What VS Code asked of the tree of folders. */
export interface AskedRows {
  /** How often it asked for a row. */
  readonly count: number;
  /** Milliseconds from its first question for the rows at the root to the answer. */
  readonly firstAnswer: number | undefined;
}

/**
 * Looks on from now on at what VS Code asks of the tree of folders; to be called before there is one.
 * @returns what tells what was asked since the last time
 */
export function countRows(): () => AskedRows {
  let count = 0;
  let firstAnswer: number | undefined;
  const { createTreeView } = window;
  const createCounted = <T>(id: string, options: TreeViewOptions<T>): unknown => {
    if (id === VIEWS.folders) lookOn(options.treeDataProvider);
    return createTreeView(id, options);
  };
  const lookOn = <T>(provider: TreeDataProvider<T>): void => {
    const getTreeItem = provider.getTreeItem.bind(provider);
    const getChildren = provider.getChildren.bind(provider);
    provider.getTreeItem = (node) => {
      count++;
      return getTreeItem(node);
    };
    provider.getChildren = async (node) => {
      const began = performance.now();
      const children = await getChildren(node);
      firstAnswer ??= performance.now() - began;
      return children;
    };
  };
  Object.assign(window, { createTreeView: createCounted });
  return () => {
    const asked = { count, firstAnswer };
    count = 0;
    return asked;
  };
}
