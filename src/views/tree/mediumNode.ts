import { ThemeIcon, TreeItem } from "vscode";
import type { Medium } from "../../oz/model/media";
import type { Target } from "../target";
import { mediumInWords, mediumKind, mediumLabel } from "../text/mediumText";
import { mediumTooltip } from "./tooltip";
import { contextValue, TreeNode, type FolderPartRow } from "./treeNode";

/** The row of one file. Only its description is shown: the file itself is not asked for. */
export class MediumNode extends TreeNode {
  readonly id: string;
  readonly children = [];

  constructor(
    key: string,
    public medium: Medium,
    readonly parent: FolderPartRow,
  ) {
    super();
    this.id = `${parent.id}/${key}`;
  }

  get target(): Target {
    return { kind: "file", folderId: this.parent.parent.folder.id, medium: this.medium };
  }

  item(): TreeItem {
    const { medium } = this;
    const item = new TreeItem(mediumLabel(medium));
    item.id = this.id;
    item.description = mediumInWords(medium);
    item.iconPath = new ThemeIcon(mediumKind(medium).icon);
    item.tooltip = mediumTooltip(medium);
    item.contextValue = medium.link ? contextValue("medium", "link") : contextValue("medium");
    item.accessibilityInformation = {
      label: `File ${mediumLabel(medium)}, ${item.description}`,
      role: "treeitem",
    };
    return item;
  }
}
