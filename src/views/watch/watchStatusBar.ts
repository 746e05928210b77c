import * as l10n from "@vscode/l10n";
import { MarkdownString, StatusBarAlignment, ThemeColor, window, type StatusBarItem } from "vscode";
import { counted, inDigits } from "../../base/language";
import { MAX_QUOTED_NAME } from "../../base/limits";
import { plainText } from "../../base/plainText";
import type { Folders } from "../../folders/folders";
import { COMMANDS } from "../../ids";
import { shortId } from "../../oz/model/id";
import { needsAttention, outcome } from "../../status/effectiveStatus";
import type { FolderResolution } from "../../status/resolution";
import type { ShownFindings } from "../shownFindings";
import { failureWithTime } from "../text/failureText";
import { escapeMarkdown, escapeSentence } from "../text/markdown";
import { FAILURE_ICON, shownIcon } from "../tree/treeNode";
import { onDidChangeWatched, watchedByUrgency, type Watched } from "./watchedFolders";
import { watchedInWords, watchedLabel, watchedSentence } from "./watchedText";

/**
 * VS Code has only two background colours for status bar items. Like the badge of the Watched view, the background asks
 * for attention; only what broke is an error: a server that declines works.
 */
function background(resolution: FolderResolution): ThemeColor | undefined {
  if (!needsAttention(resolution)) return undefined;
  const isError = outcome(resolution) === "FAILED";
  return new ThemeColor(`statusBarItem.${isError ? "error" : "warning"}Background`);
}

/** @returns how many watched folders there are besides the named one, and how many of these cannot be read, as clauses */
function spokenOthers(count: number, failing: number): readonly string[] {
  return [
    ...(count > 0
      ? [
          counted(
            l10n.t({
              message: "and {0} more|and {0} more",
              comment: "How many other watched folders there are, after the first one and a comma",
            }),
            count,
          ),
        ]
      : []),
    ...(failing > 0
      ? [
          counted(
            l10n.t({
              message: "{0} of which cannot be read|{0} of which cannot be read",
              comment: "After “and 3 more” watched folders and a comma",
            }),
            failing,
          ),
        ]
      : []),
  ];
}

/** Shows the most urgent watched folder in the status bar, and how many others there are. Hidden if there is none. */
export class WatchStatusBar {
  private readonly item: StatusBarItem;
  private readonly subscriptions: readonly { dispose(): void }[];

  /**
   * @param labelKeys metadata keys to label folders by
   * @param now epoch milliseconds
   */
  constructor(
    private readonly folders: Pick<Folders, "watches" | "store" | "health">,
    private readonly labelKeys: () => readonly string[],
    private readonly findings: ShownFindings,
    private readonly now: () => number,
  ) {
    // VS Code's context menu of the status bar shows the name, and remembers the ID when the user hides the item.
    this.item = window.createStatusBarItem("ozInspector.watchedFolder", StatusBarAlignment.Left, 50);
    this.item.name = l10n.t("Oz Inspector: Watched Folders");
    this.item.command = COMMANDS.showWatched;
    this.subscriptions = [...onDidChangeWatched(folders, () => this.redraw()), this.item];
    this.redraw();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  redraw(): void {
    const all = watchedByUrgency(this.folders);
    const [first] = all;
    if (!first) {
      this.item.hide();
      return;
    }
    const { text, spoken, icon } = watchedInWords(first, this.findings, this.now());
    const name = plainText(watchedLabel(first, this.labelKeys()), MAX_QUOTED_NAME);
    const others = all.slice(1);
    const failing = first.failure ? 0 : others.filter(({ failure }) => failure).length;
    const more = others.length > 0 ? ` +${inDigits(others.length)}` : "";
    const mark = failing > 0 ? ` $(${FAILURE_ICON.icon})` : "";
    this.item.text = `$(${shownIcon(icon.icon)}) ${name} ${text}${more}${mark}`;
    this.item.backgroundColor = first.folder && background(first.folder.resolution);
    this.item.tooltip = this.tooltip(all);
    const label = [l10n.t("Watched folder {0}, {1}", name, spoken), ...spokenOthers(others.length, failing)];
    this.item.accessibilityInformation = { label: label.join(", ") };
    this.item.show();
  }

  private tooltip(all: readonly Watched[]): MarkdownString {
    const markdown = new MarkdownString(
      `**${all.length === 1 ? l10n.t("Watched folder") : l10n.t("Watched folders")}**`,
    );
    for (const watched of all) {
      const label = watchedLabel(watched, this.labelKeys());
      const named = [shortId(watched.id), watched.id].includes(label) ? "" : `${escapeMarkdown(label)} · `;
      const sentence = escapeSentence(watchedSentence(watched, this.now()));
      markdown.appendMarkdown(`  \n${named}${watched.id}: ${sentence}`);
    }
    // Folders that fail together share their failure.
    const failures = new Set(all.flatMap(({ failure }) => failure ?? []));
    for (const failure of failures)
      markdown.appendMarkdown(`\n\n${escapeSentence(failureWithTime(failure))}`);
    return markdown;
  }
}
