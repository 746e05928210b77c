import { TreeItem, TreeItemCollapsibleState } from "vscode";
import { COMMANDS } from "../../ids";
import type { AnalysisResolution } from "../../status/resolution";
import type { Target } from "../target";
import { analysisInWords, analysisLabel, presentAnalysis } from "../text/analysisText";
import { statusIcon } from "./icon";
import { contextValue, TreeNode, type FolderPartRow } from "./treeNode";

/** The row of one analysis. */
export class AnalysisNode extends TreeNode {
  readonly id: string;
  readonly children = [];

  constructor(
    key: string,
    public analysis: AnalysisResolution,
    private readonly group: FolderPartRow,
  ) {
    super();
    this.id = `${group.id}/analysis/${key}`;
  }

  /** The folder itself where it has one group, which then has no row. */
  get parent(): TreeNode {
    const folderNode = this.group.parent;
    return folderNode.folder.resolution.groups.length === 1 ? folderNode : this.group;
  }

  get target(): Target {
    return { kind: "analysis", folderId: this.group.parent.folder.id, analysisId: this.analysis.id };
  }

  item(): TreeItem {
    const presentation = presentAnalysis(this.analysis);
    const label = analysisLabel(this.analysis);
    const item = new TreeItem(label, TreeItemCollapsibleState.None);
    item.id = this.id;
    item.description = analysisInWords(this.analysis);
    item.iconPath = statusIcon(presentation);
    item.contextValue = contextValue("analysis");
    item.command = { command: COMMANDS.openJson, title: "Open JSON", arguments: [this] };
    item.accessibilityInformation = {
      label: `Analysis ${label}, ${presentation.spoken}, ${item.description}`,
      role: "treeitem",
    };
    return item;
  }
}
