import * as l10n from "@vscode/l10n";
import { TreeItemCollapsibleState } from "vscode";
import { readMedia, type Medium } from "../../oz/model/media";
import { mediaCount } from "../text/mediumText";
import { ChildRows } from "./childRows";
import { MediumNode } from "./mediumNode";
import { TreeNode, type FolderPartRow, type FolderRow, type RowContent, type Target } from "./treeNode";

/** The row that holds the rows of a folder's files, below its analyses. */
export class MediaNode extends TreeNode implements FolderPartRow {
  readonly id: string;
  private readonly files = new ChildRows<Medium, MediumNode>(
    (key, medium) => new MediumNode(key, medium, this),
    (row, medium) => (row.medium = medium),
  );

  constructor(readonly parent: FolderRow) {
    super();
    this.id = `${parent.id}/media`;
  }

  get children(): readonly MediumNode[] {
    return this.files.of(readMedia(this.parent.folder.json));
  }

  /** All the files together are the folder's. */
  get target(): Target {
    return { kind: "folder", folderId: this.parent.folder.id };
  }

  protected content(): RowContent {
    const { media } = this.parent.folder.json;
    const sent = Array.isArray(media) ? media.length : 0;
    const description = mediaCount(readMedia(this.parent.folder.json), sent);
    const label = l10n.t("Media");
    return {
      label,
      description,
      icon: { icon: "device-camera" },
      words: ["media"],
      spoken: `${label}, ${description}`,
      collapsibleState: TreeItemCollapsibleState.Collapsed,
    };
  }

  tooltip(): undefined {
    return undefined;
  }
}
