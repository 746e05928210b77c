import type { MarkdownString } from "vscode";
import { COMMANDS } from "../../ids";
import type { OzFolder } from "../../oz/model/folder";
import { shortId } from "../../oz/model/id";
import { folderLabel, presentFolder, resultInWords } from "../text/folderText";
import { elapsedText } from "../text/watchText";
import { TreeNode, type RowContent, type Target } from "../tree/treeNode";
import { unknownIcon, unknownInWords, type Watched } from "./watchedFolders";

/** What the rows of watched folders depend on, besides the folder. */
export interface WatchedNodeContext {
  readonly watched: (id: string) => Watched;
  readonly labelKeys: () => readonly string[];
  readonly tooltip: (folder: OzFolder) => MarkdownString;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** The row of a watched folder. */
export class WatchedNode extends TreeNode {
  readonly id: string;
  readonly parent = undefined;
  readonly children = [];
  private drawnElapsed = "";

  constructor(
    readonly folderId: string,
    private readonly context: WatchedNodeContext,
  ) {
    super();
    this.id = `watched/${folderId}`;
  }

  get target(): Target {
    return { kind: "folder", folderId: this.folderId };
  }

  /** Whether the elapsed time has changed since the row was last drawn. */
  get isStale(): boolean {
    return this.drawnElapsed !== this.elapsed();
  }

  protected content(): RowContent {
    const { folderId } = this;
    const watched = this.context.watched(folderId);
    const { folder } = watched;
    this.drawnElapsed = this.elapsed();
    const label = folder ? folderLabel(folder, this.context.labelKeys()) : shortId(folderId);
    const words = folder ? resultInWords(folder.resolution) : unknownInWords(watched);
    const description = [words, this.drawnElapsed].filter((part) => part !== "").join(" · ");
    return {
      label,
      description,
      icon: folder ? presentFolder(folder.resolution) : { icon: unknownIcon(watched) },
      words: ["folder", "watched"],
      spoken: `Watched folder ${label}, ${description}`,
      command: { command: COMMANDS.lookUpFolder, title: "Show", arguments: [folderId] },
    };
  }

  tooltip(): MarkdownString | undefined {
    const { folder } = this.context.watched(this.folderId);
    return folder && this.context.tooltip(folder);
  }

  private elapsed(): string {
    const { folder } = this.context.watched(this.folderId);
    return folder ? elapsedText(folder, this.context.now()) : "";
  }
}
