import * as l10n from "@vscode/l10n";
import { MarkdownString, type TreeItem } from "vscode";
import type { Writer } from "../../base/duration";
import { inFull } from "../../base/language";
import { COMMANDS } from "../../ids";
import type { OzFolder } from "../../oz/model/folder";
import type { ShownFindings } from "../shownFindings";
import { failureWithTime } from "../text/failureText";
import { escapeSentence } from "../text/markdown";
import { elapsedText } from "../text/watchText";
import { TreeNode, type RowContent, type Target } from "../tree/treeNode";
import type { Watched } from "./watchedFolders";
import { watchedInWords, watchedLabel } from "./watchedText";

/** What the rows of watched folders depend on, besides the folder. */
export interface WatchedNodeContext {
  readonly watched: (id: string) => Watched;
  readonly labelKeys: () => readonly string[];
  readonly findings: ShownFindings;
  readonly tooltip: (folder: OzFolder) => MarkdownString;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** The row of a watched folder. */
export class WatchedNode extends TreeNode {
  readonly id: string;
  readonly parent = undefined;
  readonly children = [];
  /** What was drawn last, and what the row showed. */
  private drawn: (Pick<Watched, "folder" | "failure"> & { readonly row: string }) | undefined;

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

  /** Whether the row would look different if it were drawn now. */
  get isStale(): boolean {
    return this.drawn?.row !== JSON.stringify(this.content());
  }

  /** Whether its tooltip may tell what was true before: VS Code keeps the tooltip until the row is redrawn. */
  get hasOldTooltip(): boolean {
    const { folder, failure } = this.context.watched(this.folderId);
    return this.drawn?.folder !== folder || this.drawn?.failure !== failure;
  }

  override item(): TreeItem {
    const { folder, failure } = this.context.watched(this.folderId);
    this.drawn = { folder, failure, row: JSON.stringify(this.content()) };
    return super.item();
  }

  protected content(): RowContent {
    const { folderId } = this;
    const watched = this.context.watched(folderId);
    const { folder, failure } = watched;
    const label = watchedLabel(watched, this.context.labelKeys());
    const { text, spoken, icon } = watchedInWords(watched, this.context.findings, this.context.now());
    const withElapsed = (words: string, separator: string, write?: Writer): string => {
      const elapsed = folder && !failure ? elapsedText(folder, this.context.now(), write) : "";
      return elapsed === "" ? words : `${words}${separator}${elapsed}`;
    };
    return {
      label,
      description: withElapsed(text, " · "),
      icon,
      words: ["folder", "watched"],
      spoken: l10n.t("Watched folder {0}, {1}", label, withElapsed(spoken, ", ", inFull)),
      command: { command: COMMANDS.revealFolder, title: l10n.t("Reveal Folder"), arguments: [folderId] },
    };
  }

  tooltip(): MarkdownString | undefined {
    const { folder, failure } = this.context.watched(this.folderId);
    const markdown = folder ? this.context.tooltip(folder) : failure && new MarkdownString();
    if (failure) markdown?.appendMarkdown(`\n\n${escapeSentence(failureWithTime(failure))}`);
    return markdown;
  }
}
