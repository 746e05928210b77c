import { window, type TreeDataProvider, type TreeViewOptions } from "vscode";
import { VIEWS } from "../../../src/ids";

/** What VS Code requested from the folder tree. */
export interface AskedRows {
  /** Number of rows requested. */
  readonly count: number;
  /** Milliseconds that the first request for children took. */
  readonly firstAnswer: number | undefined;
}

/**
 * Counts what VS Code requests from the folder tree from now on. Must be called before the tree is created.
 * @returns a function that returns the counts since its last call
 */
export function countRows(): () => AskedRows {
  let count = 0;
  let firstAnswer: number | undefined;
  const { createTreeView } = window;
  const createCounted = <T>(id: string, options: TreeViewOptions<T>): unknown => {
    if (id === VIEWS.folders) instrument(options.treeDataProvider);
    return createTreeView(id, options);
  };
  const instrument = <T>(provider: TreeDataProvider<T>): void => {
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
