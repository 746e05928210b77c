import { ThemeIcon, TreeItem } from "vscode";
import type { Folders } from "../../folders/folders";
import { COMMANDS } from "../../ids";
import { contextValue, TreeNode } from "./treeNode";

/** The row behind the folders that were read, where the server has more or may have. */
export class LoadMoreNode extends TreeNode {
  readonly id = "load-more";
  readonly parent = undefined;
  readonly children = [];
  readonly target = undefined;

  constructor(private readonly folders: Pick<Folders, "store" | "filtered">) {
    super();
  }

  item(): TreeItem {
    const { filtered } = this.folders;
    const title = filtered ? "Look further" : "Load more";
    const item = new TreeItem(title);
    item.id = this.id;
    item.description = filtered ? `${filtered.lookedAt.toLocaleString("en")} checked` : this.loadedInWords();
    item.iconPath = new ThemeIcon("fold-down");
    item.contextValue = contextValue("loadMore");
    item.command = { command: COMMANDS.loadMore, title };
    item.accessibilityInformation = { label: `${title}, ${item.description}`, role: "treeitem" };
    return item;
  }

  private loadedInWords(): string {
    const { listedCount, totalCount } = this.folders.store;
    const loaded = listedCount.toLocaleString("en");
    return totalCount === undefined ? `${loaded} loaded` : `${loaded} of ${totalCount.toLocaleString("en")}`;
  }
}
