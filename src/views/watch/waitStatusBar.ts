import * as l10n from "@vscode/l10n";
import { MarkdownString, StatusBarAlignment, window, type StatusBarItem } from "vscode";
import type { FolderArrivals } from "../../folders/watch/folderArrivals";
import { COMMANDS } from "../../ids";
import { escapeSentence } from "../text/markdown";
import { waitSentences } from "../text/waitText";

/** Says in the status bar, beside the watched folders, that new ones are waited for. Hidden while none are. */
export class WaitStatusBar {
  private readonly item: StatusBarItem;
  private readonly subscriptions: readonly { dispose(): void }[];

  /** @param now epoch milliseconds */
  constructor(
    private readonly arrivals: FolderArrivals,
    private readonly now: () => number,
  ) {
    // VS Code's context menu of the status bar shows the name, and remembers the ID when the user hides the item.
    this.item = window.createStatusBarItem("ozInspector.newFolders", StatusBarAlignment.Left, 49);
    this.item.name = l10n.t("Oz Inspector: New Folders");
    this.item.command = COMMANDS.showWatched;
    this.subscriptions = [arrivals.onDidChange(() => this.redraw()), this.item];
    this.redraw();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  redraw(): void {
    const wait = this.arrivals.current;
    if (!wait) {
      this.item.hide();
      return;
    }
    const sentences = [
      ...waitSentences(wait, this.now()),
      l10n.t("Click to list the watched folders or to stop waiting."),
    ];
    this.item.text = `$(inbox) ${l10n.t("Waiting for the next folder")}`;
    this.item.tooltip = new MarkdownString(sentences.map(escapeSentence).join("  \n"));
    this.item.accessibilityInformation = { label: sentences.join(" ") };
    this.item.show();
  }
}
