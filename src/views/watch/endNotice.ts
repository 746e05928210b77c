import * as l10n from "@vscode/l10n";
import { commands, window, type MessageItem, type Uri } from "vscode";
import { counted, inDigits } from "../../base/language";
import { COMMANDS } from "../../ids";
import type { OzFolder } from "../../oz/model/folder";
import { shortId } from "../../oz/model/id";
import { NOTIFY_SETTING } from "../../settings";
import { compareUrgency, outcome } from "../../status/effectiveStatus";
import { present } from "../../status/presentation";
import { explanationUri, type DocumentSource } from "../documentUri";
import { markedCount, markedInWords, type ShownFindings } from "../shownFindings";
import { folderLabel, presentFolder } from "../text/folderText";
import { verdict } from "../text/verdict";

/** A button of a notice. */
interface Action extends MessageItem {
  readonly run: () => Thenable<unknown>;
}

/** What the notices depend on, besides the folders. */
export interface NoticeContext {
  /** The connection of the folders. */
  readonly source: () => DocumentSource;
  /** Metadata keys to label folders by. */
  readonly labelKeys: () => readonly string[];
  readonly findings: ShownFindings;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** A folder that has ended. */
export interface Ended {
  readonly id: string;
  /** With the result to tell; undefined if there is none. */
  readonly folder: OzFolder | undefined;
  /** Whether to tell that the server no longer has it. */
  readonly isGone: boolean;
}

/** Tells the user that a folder has ended, and why. Resolves when the notice was closed and its button has run. */
export async function showEnd({ id, folder, isGone }: Ended, context: NoticeContext): Promise<void> {
  // When a button is pressed, another connection may be shown, whose server must not be asked for this ID.
  const uri = explanationUri(context.source(), id);
  if (!folder) {
    const message = l10n.t("Folder {0} is no longer on the server.", shortId(id));
    await offer(window.showWarningMessage, message, actionsIfGone(uri));
    return;
  }
  const { labelKeys, now } = context;
  const label = folderLabel(folder, labelKeys());
  const name = label === shortId(id) ? label : `${label} (${shortId(id)})`;
  const marked = markedInWords(context.findings(folder.resolution), folder.resolution);
  const sentences = [
    l10n.t({
      message: "Folder {0} · {1}",
      args: [name, verdict(folder.resolution, now())],
      comment: "{1} is one or more sentences: “Declined: Face match 0.41, threshold 0.85.”",
    }),
    ...(marked === undefined ? [] : [`⚠ ${marked}.`]),
    ...(isGone ? [l10n.t("It is no longer on the server.")] : []),
  ];
  const showMessage =
    !isGone && isGood(folder, context) ? window.showInformationMessage : window.showWarningMessage;
  await offer(showMessage, sentences.join(" "), isGone ? actionsIfGone(uri) : actionsOn(uri));
}

function actionsOn(folder: Uri): readonly Action[] {
  return [
    {
      title: l10n.t({ message: "Explain", comment: "A button: explains the result of a folder" }),
      run: () => commands.executeCommand(COMMANDS.explainResult, folder),
    },
    {
      title: l10n.t({ message: "Show", comment: "A button: shows the folder in the list" }),
      run: () => commands.executeCommand(COMMANDS.revealFolder, folder),
    },
    {
      title: l10n.t("Choose Notifications…"),
      run: () => commands.executeCommand(COMMANDS.chooseNotifications, folder),
    },
  ];
}

/** Those for a folder that is gone: there is nothing left to show. */
function actionsIfGone(folder: Uri): readonly Action[] {
  return [
    { title: l10n.t("Stop Watching"), run: () => commands.executeCommand(COMMANDS.unwatchFolder, folder) },
  ];
}

/** Those for several folders at once. */
function actionsForAll(): readonly Action[] {
  return [
    {
      title: l10n.t({ message: "Show", comment: "A button: shows the list of watched folders" }),
      run: () => commands.executeCommand(COMMANDS.showWatched),
    },
    {
      title: l10n.t("Open Settings"),
      run: () => commands.executeCommand("workbench.action.openSettings", NOTIFY_SETTING),
    },
  ];
}

async function offer(
  showMessage: typeof window.showWarningMessage,
  message: string,
  actions: readonly Action[],
): Promise<void> {
  const action = await showMessage(message, ...actions);
  await action?.run();
}

/** Tells of many that have ended in one notice, which leads to the list of watched folders. Resolves as `showEnd` does. */
export async function showEnds(ended: readonly Ended[], context: NoticeContext): Promise<void> {
  const isAllGood = ended.every(({ folder, isGone }) => !isGone && folder && isGood(folder, context));
  const showMessage = isAllGood ? window.showInformationMessage : window.showWarningMessage;
  const message = counted(
    l10n.t("{0} watched folder has ended: {1}.|{0} watched folders have ended: {1}."),
    ended.length,
    countsInWords(ended, context),
  );
  await offer(showMessage, message, actionsForAll());
}

/**
 * @returns "2 Declined, 9 Success, 3 with findings, 1 no longer on the server", most urgent first. One that is gone is also
 * counted by the result that was not told before
 */
function countsInWords(ended: readonly Ended[], context: NoticeContext): string {
  const resolutions = ended.flatMap(({ folder }) => folder?.resolution ?? []).sort(compareUrgency);
  const outcomes = resolutions.map(outcome);
  const marked = ended.filter(({ folder }) => folder && isMarked(folder, context)).length;
  const gone = ended.filter(({ folder, isGone }) => isGone || !folder).length;
  return [
    ...[...new Set(outcomes)].map((status) =>
      l10n.t({
        message: "{0} {1}",
        args: [inDigits(outcomes.filter((other) => other === status).length), present(status).label],
        comment: "A number of folders and their result: “2 Declined”",
      }),
    ),
    ...(marked > 0
      ? [
          counted(
            l10n.t({
              message: "{0} with findings|{0} with findings",
              comment: "A number of folders, in a list like “9 Success, 3 with findings”",
            }),
            marked,
          ),
        ]
      : []),
    ...(gone > 0
      ? [
          counted(
            l10n.t({
              message: "{0} no longer on the server|{0} no longer on the server",
              comment: "A number of folders, in a list like “9 Success, 1 no longer on the server”",
            }),
            gone,
          ),
        ]
      : []),
  ].join(", ");
}

function isGood(folder: OzFolder, context: NoticeContext): boolean {
  const { severity } = presentFolder(folder.resolution);
  return (severity === "ok" || severity === "info") && !isMarked(folder, context);
}

function isMarked({ resolution }: OzFolder, { findings }: NoticeContext): boolean {
  return markedCount(findings(resolution), resolution) > 0;
}
