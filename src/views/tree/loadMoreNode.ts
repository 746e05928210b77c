import { ThemeIcon, TreeItem } from "vscode";
import type { FolderStore } from "../../folders/folderStore";
import type { TreeNode } from "./treeNode";

/** The row behind the folders that were read, where the server has more. */
export class LoadMoreNode implements TreeNode {
  readonly id = "load-more";
  readonly parent = undefined;
  readonly children = [];

  constructor(private readonly store: FolderStore) {}

  item(): TreeItem {
    const { listedCount, totalCount } = this.store;
    const loaded = listedCount.toLocaleString("en");
    const item = new TreeItem("Load more");
    item.id = this.id;
    item.description =
      totalCount === undefined ? `${loaded} loaded` : `${loaded} of ${totalCount.toLocaleString("en")}`;
    item.iconPath = new ThemeIcon("fold-down");
    item.contextValue = "loadMore";
    item.command = { command: "ozInspector.loadMore", title: "Load More" };
    item.accessibilityInformation = { label: `Load more, ${item.description}`, role: "treeitem" };
    return item;
  }
}
