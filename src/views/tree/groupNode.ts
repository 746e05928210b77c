import * as l10n from "@vscode/l10n";
import { TreeItemCollapsibleState, type MarkdownString } from "vscode";
import { plainText } from "../../base/plainText";
import type { AnalysisResolution, GroupResolution } from "../../status/resolution";
import { analysesInWords } from "../text/folderText";
import { shortTime } from "../text/formatTime";
import { groupFacts, groupLabel, groupRole, groupRowLabel, presentGroup } from "../text/groupText";
import { AnalysisNode } from "./analysisNode";
import { ChildRows } from "./childRows";
import { groupTooltip } from "./tooltip";
import { TreeNode, type FolderPartRow, type FolderRow, type RowContent, type Target } from "./treeNode";

/** The row of an analysis group, shown if a folder has several. */
export class GroupNode extends TreeNode implements FolderPartRow {
  readonly id: string;
  private readonly analyses = new ChildRows<AnalysisResolution, AnalysisNode>(
    (key, analysis) => new AnalysisNode(key, analysis, this),
    (row, analysis) => (row.analysis = analysis),
  );

  constructor(
    key: string,
    public group: GroupResolution,
    readonly parent: FolderRow,
  ) {
    super();
    this.id = `${parent.id}/group/${key}`;
  }

  get children(): readonly AnalysisNode[] {
    return this.analyses.of(this.group.analyses);
  }

  get target(): Target {
    return { kind: "group", folderId: this.parent.folder.id };
  }

  protected content(): RowContent {
    const { analyses, inferred } = this.group;
    const { resolution } = this.parent.folder;
    const now = this.parent.now();
    const presentation = presentGroup(this.group);
    const result = plainText(presentation.label);
    const inferredInWords = inferred
      ? [l10n.t({ message: "inferred", comment: ["Of a group: the server does not name it"] })]
      : [];
    return {
      label: groupRowLabel(this.group, now),
      description: [result, ...groupRole(this.group, resolution), ...inferredInWords].join(" · "),
      icon: presentation,
      words: ["group"],
      spoken: [
        groupLabel(this.group, now),
        result,
        analysesInWords({ analysisCount: analyses.length }),
        ...groupFacts(this.group, resolution, (time) => shortTime(time, now)),
        ...inferredInWords,
      ].join(", "),
      collapsibleState: TreeItemCollapsibleState.Expanded,
    };
  }

  tooltip(): MarkdownString {
    return groupTooltip(this.group, this.parent.folder);
  }
}
