import { ThemeIcon, TreeItem } from "vscode";
import { COMMANDS } from "../../ids";
import { shortId } from "../../oz/model/id";
import type { Target } from "../target";
import { folderLabel, presentFolder, resultInWords } from "../text/folderText";
import { elapsedText } from "../text/watchText";
import { statusIcon } from "../tree/icon";
import { contextValue, TreeNode } from "../tree/treeNode";
import { unknownIcon, unknownInWords, type Watched } from "./watchedFolders";

/** What the rows of watched folders need to know beside the folder. */
export interface WatchedNodeContext {
  readonly watched: (id: string) => Watched;
  readonly labelKeys: () => readonly string[];
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** The row of one watched folder. */
export class WatchedNode extends TreeNode {
  readonly id: string;
  readonly parent = undefined;
  readonly children = [];
  private shownElapsed = "";

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

  /** Whether the row would tell another time than it did when it was last drawn. */
  get isStale(): boolean {
    return this.shownElapsed !== this.elapsed();
  }

  item(): TreeItem {
    const { folderId } = this;
    const watched = this.context.watched(folderId);
    const { folder } = watched;
    this.shownElapsed = this.elapsed();
    const label = folder ? folderLabel(folder, this.context.labelKeys()) : shortId(folderId);
    const words = folder ? resultInWords(folder.resolution) : unknownInWords(watched);
    const item = new TreeItem(label);
    item.id = this.id;
    item.description = [words, this.shownElapsed].filter((part) => part !== "").join(" · ");
    item.iconPath = folder
      ? statusIcon(presentFolder(folder.resolution))
      : new ThemeIcon(unknownIcon(watched));
    item.contextValue = contextValue("folder", "watched");
    item.command = { command: COMMANDS.lookUpFolder, title: "Show", arguments: [folderId] };
    item.accessibilityInformation = {
      label: `Watched folder ${label}, ${item.description}`,
      role: "treeitem",
    };
    return item;
  }

  private elapsed(): string {
    const { folder } = this.context.watched(this.folderId);
    return folder ? elapsedText(folder, this.context.now()) : "";
  }
}
