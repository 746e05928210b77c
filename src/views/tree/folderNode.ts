import * as l10n from "@vscode/l10n";
import { TreeItemCollapsibleState, type MarkdownString } from "vscode";
import type { OzFolder } from "../../oz/model/folder";
import type { GroupResolution } from "../../status/resolution";
import { markedResult, spokenResult, type ShownFindings } from "../shownFindings";
import { analysesInWords, folderLabel, presentFolder } from "../text/folderText";
import { shortAge, spokenAge } from "../text/formatTime";
import { shortReason } from "../text/shortReason";
import { ChildRows } from "./childRows";
import { GroupNode } from "./groupNode";
import { MediaNode } from "./mediaNode";
import type { FolderTooltip } from "./tooltip";
import { TreeNode, type FolderRow, type RowContent, type Target } from "./treeNode";

/** What the rows of folders depend on, besides the folder. */
export interface FolderNodeContext {
  readonly labelKeys: () => readonly string[];
  readonly isWatched: (id: string) => boolean;
  readonly tooltip: FolderTooltip;
  readonly findings: ShownFindings;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** The row of a folder. */
export class FolderNode extends TreeNode implements FolderRow {
  readonly id: string;
  readonly parent = undefined;
  private drawnAge: string | undefined;
  private drawnAsWatched = false;
  private readonly media: MediaNode;
  private readonly groups = new ChildRows<GroupResolution, GroupNode>(
    (key, group) => new GroupNode(key, group, this),
    (row, group) => (row.group = group),
  );

  constructor(
    public folder: OzFolder,
    private readonly context: FolderNodeContext,
  ) {
    super();
    this.id = `folder/${folder.id}`;
    this.media = new MediaNode(this);
  }

  /** The analyses of the only group, or a row for each of several, newest first; then the media, if any. */
  get children(): readonly TreeNode[] {
    const groups = this.groups.of(this.folder.resolution.groups);
    const [only] = groups;
    return [
      ...(groups.length === 1 && only ? only.children : groups.toReversed()),
      ...(this.media.children.length > 0 ? [this.media] : []),
    ];
  }

  get target(): Target {
    return { kind: "folder", folderId: this.folder.id };
  }

  get now(): () => number {
    return this.context.now;
  }

  /** Whether the age has changed since the row was last drawn. */
  get ageIsStale(): boolean {
    return this.drawnAge !== this.age();
  }

  /** Whether the folder has been watched or unwatched since the row was last drawn. */
  get watchIsStale(): boolean {
    return this.drawnAsWatched !== this.context.isWatched(this.folder.id);
  }

  protected content(): RowContent {
    const { folder, context } = this;
    const { resolution } = folder;
    const label = folderLabel(folder, context.labelKeys());
    const findings = context.findings(resolution);
    this.drawnAsWatched = context.isWatched(folder.id);
    this.drawnAge = this.age();
    const reason = shortReason(resolution);
    const analyses = analysesInWords(resolution);
    const watched = this.drawnAsWatched
      ? l10n.t({ message: "watched", comment: ["Of a folder"] })
      : undefined;
    // Not `this.media.children`: reading the media of every drawn row would take long.
    const { media } = folder.json;
    const hasChildren = resolution.groups.length > 0 || (Array.isArray(media) && media.length > 0);
    return {
      label,
      description: joinedFacts([markedResult(resolution, findings), reason, this.drawnAge, watched], " · "),
      icon: presentFolder(resolution),
      words: this.drawnAsWatched ? ["folder", "watched"] : ["folder"],
      spoken: joinedFacts(
        [
          l10n.t("Folder {0}", label),
          spokenResult(resolution, findings),
          reason,
          this.age(spokenAge),
          reason === analyses ? undefined : analyses,
          watched,
        ],
        ", ",
      ),
      collapsibleState: hasChildren ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
    };
  }

  tooltip(): MarkdownString {
    return this.context.tooltip(this.folder);
  }

  private age(inWords = shortAge): string | undefined {
    const { createdAt } = this.folder;
    return createdAt === undefined ? undefined : inWords(createdAt, this.context.now());
  }
}

/** @param facts undefined where there is nothing to say */
function joinedFacts(facts: readonly (string | undefined)[], separator: string): string {
  return facts.filter((fact) => fact !== undefined).join(separator);
}
