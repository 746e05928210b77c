import { TreeItemCollapsibleState } from "vscode";
import { present } from "../../status/presentation";
import type { AnalysisResolution, GroupResolution } from "../../status/resolution";
import { timeOfDay } from "../text/formatTime";
import { AnalysisNode } from "./analysisNode";
import { ChildRows } from "./childRows";
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
    const { analyses, createdAt, finishedAt, inferred, result } = this.group;
    const presentation = present(result, analyses.find((analysis) => analysis.result === result)?.rawResult);
    const label = createdAt === undefined ? "Group" : `Group posted at ${timeOfDay(createdAt)}`;
    const decides = this.parent.folder.resolution.deciding?.groupId === this.group.id;
    const facts = [
      analyses.length === 1 ? "1 analysis" : `${analyses.length} analyses`,
      ...(finishedAt === undefined ? [] : [`finished ${timeOfDay(finishedAt)}`]),
      ...(decides ? ["decides"] : []),
      ...(inferred ? ["inferred"] : []),
    ];
    return {
      label,
      description: [presentation.label, ...facts].join(" · "),
      icon: presentation,
      words: ["group"],
      spoken: `${label}, ${presentation.spoken}, ${facts.join(", ")}`,
      collapsibleState: TreeItemCollapsibleState.Expanded,
    };
  }

  tooltip(): undefined {
    return undefined;
  }
}
