import { TreeItemCollapsibleState, type MarkdownString } from "vscode";
import { plainText } from "../../base/plainText";
import type { AnalysisResolution, GroupResolution } from "../../status/resolution";
import { shortTime } from "../text/formatTime";
import { groupFacts, groupLabel, presentGroup } from "../text/groupText";
import { AnalysisNode } from "./analysisNode";
import { ChildRows } from "./childRows";
import { groupTooltip } from "./tooltip";
import {
  spokenText,
  TreeNode,
  type FolderPartRow,
  type FolderRow,
  type RowContent,
  type Target,
} from "./treeNode";

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
    const now = this.parent.now();
    const presentation = presentGroup(this.group);
    const label = groupLabel(this.group, now);
    const description = [
      plainText(presentation.label),
      analyses.length === 1 ? "1 analysis" : `${analyses.length} analyses`,
      ...groupFacts(this.group, this.parent.folder.resolution, (time) => shortTime(time, now)),
      ...(inferred ? ["inferred"] : []),
    ].join(" · ");
    return {
      label,
      description,
      icon: presentation,
      words: ["group"],
      spoken: `${label}, ${spokenText(description)}`,
      collapsibleState: TreeItemCollapsibleState.Expanded,
    };
  }

  tooltip(): MarkdownString {
    return groupTooltip(this.group, this.parent.folder);
  }
}
