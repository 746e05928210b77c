import { MarkdownString, StatusBarAlignment, ThemeColor, window, type StatusBarItem } from "vscode";
import { plainText } from "../../base/plainText";
import type { Folders } from "../../folders/folders";
import { COMMANDS } from "../../ids";
import { shortId } from "../../oz/model/id";
import type { Severity } from "../../status/presentation";
import { presentFolder, resultInWords } from "../text/folderText";
import { timeOfDay } from "../text/formatTime";
import { escapeMarkdown } from "../text/markdown";
import {
  onDidChangeWatched,
  unknownIcon,
  unknownInWords,
  watchedByUrgency,
  type Watched,
} from "./watchedFolders";

/** VS Code has only two background colours for status bar items. */
const BACKGROUNDS: Readonly<Record<Severity, string | undefined>> = {
  error: "statusBarItem.errorBackground",
  warning: "statusBarItem.warningBackground",
  info: undefined,
  ok: undefined,
};

/** Shows the most urgent watched folder in the status bar, and how many others there are. Hidden if there is none. */
export class WatchStatusBar {
  private readonly item: StatusBarItem;
  private readonly subscriptions: readonly { dispose(): void }[];

  constructor(private readonly folders: Pick<Folders, "watches" | "store" | "health">) {
    // VS Code's context menu of the status bar shows the name, and remembers the ID when the user hides the item.
    this.item = window.createStatusBarItem("ozInspector.watchedFolder", StatusBarAlignment.Left, 50);
    this.item.name = "Oz Inspector: Watched Folders";
    this.item.command = COMMANDS.showWatched;
    this.subscriptions = [
      ...onDidChangeWatched(folders, () => this.draw()),
      folders.health.onDidChange(() => this.draw()),
      this.item,
    ];
    this.draw();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private draw(): void {
    const all = watchedByUrgency(this.folders);
    const [first] = all;
    if (!first) {
      this.item.hide();
      return;
    }
    const more = all.length > 1 ? ` +${all.length - 1}` : "";
    const { failure } = this.folders.health;
    const { icon, words, spoken, severity } = this.describe(first);
    const background = BACKGROUNDS[severity];
    const name = shortId(first.id);
    this.item.text = `$(${icon}) ${name}${words}${more}${failure && first.folder ? " $(debug-disconnect)" : ""}`;
    this.item.backgroundColor = background === undefined ? undefined : new ThemeColor(background);
    this.item.tooltip = this.tooltip(all);
    const others = all.length > 1 ? `, and ${all.length - 1} more` : "";
    const stale = failure ? `, no reply since ${timeOfDay(failure.since)}` : "";
    this.item.accessibilityInformation = { label: `Watched folder ${name}, ${spoken}${stale}${others}` };
    this.item.show();
  }

  private describe(watched: Watched): { icon: string; words: string; spoken: string; severity: Severity } {
    const { folder } = watched;
    if (!folder)
      return { icon: unknownIcon(watched), words: "", spoken: this.reason(watched), severity: "info" };
    const { icon, spoken, severity } = presentFolder(folder.resolution);
    return { icon, words: ` ${resultInWords(folder.resolution)}`, spoken, severity };
  }

  private reason(watched: Watched): string {
    const { failure } = this.folders.health;
    return failure && !watched.isGone ? plainText(failure.error.message) : unknownInWords(watched);
  }

  private tooltip(all: readonly Watched[]): MarkdownString {
    const markdown = new MarkdownString(all.length === 1 ? "**Watched folder**" : "**Watched folders**");
    for (const watched of all) {
      const { id, folder } = watched;
      const words = folder ? resultInWords(folder.resolution) : this.reason(watched);
      markdown.appendMarkdown(`  \n${id}: ${escapeMarkdown(words)}`);
    }
    const { failure } = this.folders.health;
    if (failure && all[0]?.folder) markdown.appendMarkdown(`\n\n${escapeMarkdown(failure.error.message)}`);
    return markdown;
  }
}
