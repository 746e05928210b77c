import * as l10n from "@vscode/l10n";
import type { MarkdownString } from "vscode";
import type { Medium } from "../../oz/model/media";
import { mediumInWords, mediumKind, mediumLabel } from "../text/mediumText";
import { mediumTooltip } from "./tooltip";
import { spokenText, TreeNode, type FolderPartRow, type RowContent, type Target } from "./treeNode";

/** The row of a file. It shows what the reply says about the file; the file itself is not requested. */
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

  protected content(): RowContent {
    const { medium } = this;
    const label = mediumLabel(medium);
    const description = mediumInWords(medium);
    return {
      label,
      description,
      icon: { icon: mediumKind(medium).icon },
      words: medium.link ? ["medium", "link"] : ["medium"],
      spoken: `${l10n.t("File {0}", label)}, ${spokenText(description)}`,
    };
  }

  tooltip(): MarkdownString {
    return mediumTooltip(this.medium);
  }
}
