import type { Folders } from "../../folders/folders";
import { COMMANDS } from "../../ids";
import { TreeNode, type RowContent } from "./treeNode";

/** The row below the loaded folders, shown if the server has more or may have. */
export class LoadMoreNode extends TreeNode {
  readonly id = "load-more";
  readonly parent = undefined;
  readonly children = [];
  readonly target = undefined;

  constructor(private readonly folders: Pick<Folders, "store" | "filter">) {
    super();
  }

  protected content(): RowContent {
    const filtered = this.folders.filter.current;
    const label = filtered ? "Search more" : "Load more";
    const description = filtered
      ? `${filtered.checkedCount.toLocaleString("en")} checked`
      : this.loadedInWords();
    return {
      label,
      description,
      icon: { icon: "fold-down" },
      words: ["loadMore"],
      spoken: `${label}, ${description}`,
      command: { command: COMMANDS.loadMore, title: label },
    };
  }

  tooltip(): undefined {
    return undefined;
  }

  private loadedInWords(): string {
    const { listedCount, totalCount } = this.folders.store.current;
    const loaded = listedCount.toLocaleString("en");
    return totalCount === undefined ? `${loaded} loaded` : `${loaded} of ${totalCount.toLocaleString("en")}`;
  }
}
