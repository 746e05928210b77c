import * as l10n from "@vscode/l10n";
import { counted, inDigits } from "../../base/language";
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
    const label = filtered ? l10n.t("Search more") : l10n.t("Load more");
    const description = filtered
      ? counted(l10n.t("{0} checked|{0} checked"), filtered.checkedCount)
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
    return totalCount === undefined
      ? counted(l10n.t("{0} loaded|{0} loaded"), listedCount)
      : l10n.t("{0} of {1}", inDigits(listedCount), inDigits(totalCount));
  }
}
