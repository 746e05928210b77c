import * as l10n from "@vscode/l10n";
import type { MarkdownString } from "vscode";
import { COMMANDS } from "../../ids";
import type { AnalysisResolution } from "../../status/resolution";
import { analysisInShort, analysisInWords, analysisLabel, presentAnalysis } from "../text/analysisText";
import { analysisTooltip } from "./tooltip";
import { spokenText, TreeNode, type FolderPartRow, type RowContent, type Target } from "./treeNode";

/** The row of an analysis. */
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

  /** The folder itself if it has only one group, which then has no row. */
  get parent(): TreeNode {
    const folderNode = this.group.parent;
    return folderNode.folder.resolution.groups.length === 1 ? folderNode : this.group;
  }

  get target(): Target {
    return { kind: "analysis", folderId: this.group.parent.folder.id, analysisId: this.analysis.id };
  }

  protected content(): RowContent {
    const label = analysisLabel(this.analysis);
    return {
      label,
      description: analysisInShort(this.analysis),
      icon: presentAnalysis(this.analysis),
      words: ["analysis"],
      spoken: `${l10n.t("Analysis {0}", label)}, ${spokenText(analysisInWords(this.analysis))}`,
      command: { command: COMMANDS.openJson, title: l10n.t("Open JSON"), arguments: [this] },
    };
  }

  tooltip(): MarkdownString {
    return analysisTooltip(this.analysis, this.group.parent.folder);
  }
}
