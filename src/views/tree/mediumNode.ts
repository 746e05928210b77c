import { ThemeIcon, TreeItem } from "vscode";
import type { Medium } from "../../oz/model/media";
import { mediumInWords, mediumKind, mediumLabel } from "../text/mediumText";
import type { MediaNode } from "./mediaNode";
import { mediumTooltip } from "./tooltip";
import { contextValue, type TreeNode } from "./treeNode";

/** The row of one file. Only its description is shown: the file itself is not asked for. */
export class MediumNode implements TreeNode {
  readonly id: string;
  readonly children = [];

  constructor(
    key: string,
    public medium: Medium,
    readonly parent: MediaNode,
  ) {
    this.id = `${parent.id}/${key}`;
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
