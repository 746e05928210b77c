import { TreeItem, TreeItemCollapsibleState } from "vscode";
import type { OzFolder } from "../../oz/model/folder";
import type { GroupResolution } from "../../status/resolution";
import { markedCount, type ShownFindings } from "../shownFindings";
import type { Target } from "../target";
import { folderLabel, presentFolder, resultInWords, analysesInWords } from "../text/folderText";
import { age } from "../text/formatTime";
import { GroupNode } from "./groupNode";
import { statusIcon } from "./icon";
import { withKeys } from "./rowKeys";
import { contextValue, TreeNode, type FolderRow } from "./treeNode";

/** What the rows of folders need to know beside the folder. */
export interface FolderNodeContext {
  readonly labelKeys: () => readonly string[];
  readonly isWatched: (id: string) => boolean;
  readonly findings: ShownFindings;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** The row of one folder. */
export class FolderNode extends TreeNode implements FolderRow {
  readonly id: string;
  readonly parent = undefined;
  private shownAge: string | undefined;
  private shownAsWatched = false;
  private readonly groups = new Map<string, GroupNode>();

  constructor(
    public folder: OzFolder,
    private readonly context: FolderNodeContext,
  ) {
    super();
    this.id = `folder/${folder.id}`;
  }

  /** One group: its analyses directly below; several: a row a group, newest first. */
  get children(): readonly TreeNode[] {
    const groups = withKeys(this.folder.resolution.groups).map(([key, group]) => this.groupNode(key, group));
    const [only] = groups;
    return groups.length === 1 && only ? only.children : groups.toReversed();
  }

  get target(): Target {
    return { kind: "folder", folderId: this.folder.id };
  }

  /** Whether the row would tell another age than it did when it was last drawn. */
  get ageIsStale(): boolean {
    return this.shownAge !== this.age();
  }

  /** Whether the row would say otherwise than it did whether the folder is watched. */
  get watchIsStale(): boolean {
    return this.shownAsWatched !== this.context.isWatched(this.folder.id);
  }

  item(): TreeItem {
    const { folder, context } = this;
    const { resolution } = folder;
    const presentation = presentFolder(resolution);
    const label = folderLabel(folder, context.labelKeys());
    const watched = context.isWatched(folder.id);
    this.shownAsWatched = watched;
    const marked = markedCount(context.findings(resolution), resolution);
    this.shownAge = this.age();
    const facts = [
      ...(this.shownAge ? [this.shownAge] : []),
      analysesInWords(resolution),
      ...(watched ? ["watched"] : []),
    ];
    const { media } = folder.json;
    const hasRows = resolution.groups.length > 0 || (Array.isArray(media) && media.length > 0);
    const item = new TreeItem(
      label,
      hasRows ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
    );
    item.id = this.id;
    item.description = [`${resultInWords(resolution)}${marked > 0 ? " ⚠" : ""}`, ...facts].join(" · ");
    item.iconPath = statusIcon(presentation);
    item.contextValue = watched ? contextValue("folder", "watched") : contextValue("folder");
    item.accessibilityInformation = {
      label: [`Folder ${label}`, presentation.spoken, ...spokenCount(marked), ...facts].join(", "),
      role: "treeitem",
    };
    return item;
  }

  private age(): string | undefined {
    const { createdAt } = this.folder;
    return createdAt === undefined ? undefined : age(createdAt, this.context.now());
  }

  private groupNode(key: string, group: GroupResolution): GroupNode {
    const node = this.groups.get(key) ?? new GroupNode(key, group, this);
    node.group = group;
    this.groups.set(key, node);
    return node;
  }
}

function spokenCount(findings: number): readonly string[] {
  return findings === 0 ? [] : [findings === 1 ? "1 finding" : `${findings} findings`];
}
