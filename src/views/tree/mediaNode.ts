import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import { readMedia } from "../../oz/model/media";
import type { Target } from "../target";
import { mediaCount } from "../text/mediumText";
import { MediumNode } from "./mediumNode";
import { withKeys } from "./rowKeys";
import { TreeNode, type FolderPartRow, type FolderRow, contextValue } from "./treeNode";

const nodes = new WeakMap<FolderRow, MediaNode>();

/** @returns the row of a folder's media, always the same one; none where the reply tells of no media */
export function mediaRows(folderNode: FolderRow): readonly MediaNode[] {
  const node = nodes.get(folderNode) ?? new MediaNode(folderNode);
  nodes.set(folderNode, node);
  return node.children.length > 0 ? [node] : [];
}

/** The row below a folder's analyses that has a row for each of its files. */
export class MediaNode extends TreeNode implements FolderPartRow {
  readonly id: string;
  private readonly nodes = new Map<string, MediumNode>();

  constructor(readonly parent: FolderRow) {
    super();
    this.id = `${parent.id}/media`;
  }

  get children(): readonly MediumNode[] {
    return withKeys(readMedia(this.parent.folder.json)).map(([key, medium]) => {
      const node = this.nodes.get(key) ?? new MediumNode(key, medium, this);
      node.medium = medium;
      this.nodes.set(key, node);
      return node;
    });
  }

  /** All the files together are the folder's. */
  get target(): Target {
    return { kind: "folder", folderId: this.parent.folder.id };
  }

  item(): TreeItem {
    const item = new TreeItem("Media", TreeItemCollapsibleState.Collapsed);
    item.id = this.id;
    item.description = mediaCount(this.children.map(({ medium }) => medium));
    item.iconPath = new ThemeIcon("device-camera");
    item.contextValue = contextValue("media");
    item.accessibilityInformation = { label: `Media, ${item.description}`, role: "treeitem" };
    return item;
  }
}
