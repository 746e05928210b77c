import { TreeItem, TreeItemCollapsibleState } from "vscode";
import { present } from "../../status/presentation";
import type { GroupResolution } from "../../status/resolution";
import type { Target } from "../target";
import { timeOfDay } from "../text/formatTime";
import { AnalysisNode } from "./analysisNode";
import { statusIcon } from "./icon";
import { withKeys } from "./rowKeys";
import { contextValue, TreeNode, type FolderPartRow, type FolderRow } from "./treeNode";

/** The row of one group of analyses, where a folder has several. */
export class GroupNode extends TreeNode implements FolderPartRow {
  readonly id: string;
  private readonly nodes = new Map<string, AnalysisNode>();

  constructor(
    key: string,
    public group: GroupResolution,
    readonly parent: FolderRow,
  ) {
    super();
    this.id = `${parent.id}/group/${key}`;
  }

  get children(): readonly AnalysisNode[] {
    return withKeys(this.group.analyses).map(([key, analysis]) => {
      const node = this.nodes.get(key) ?? new AnalysisNode(key, analysis, this);
      node.analysis = analysis;
      this.nodes.set(key, node);
      return node;
    });
  }

  get target(): Target {
    return { kind: "group", folderId: this.parent.folder.id };
  }

  item(): TreeItem {
    const { analyses, createdAt, finishedAt, inferred, result } = this.group;
    const presentation = present(result, analyses.find((analysis) => analysis.result === result)?.rawResult);
    const label = createdAt === undefined ? "Group" : `Group of ${timeOfDay(createdAt)}`;
    const decides = this.parent.folder.resolution.deciding?.groupId === this.group.id;
    const words = [
      presentation.label,
      analyses.length === 1 ? "1 analysis" : `${analyses.length} analyses`,
      ...(finishedAt === undefined ? [] : [`finished ${timeOfDay(finishedAt)}`]),
      ...(decides ? ["decides"] : []),
      ...(inferred ? ["inferred"] : []),
    ];
    const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
    item.id = this.id;
    item.description = words.join(" · ");
    item.iconPath = statusIcon(presentation);
    item.contextValue = contextValue("group");
    item.accessibilityInformation = {
      label: `${label}, ${presentation.spoken}, ${words.slice(1).join(", ")}`,
      role: "treeitem",
    };
    return item;
  }
}
