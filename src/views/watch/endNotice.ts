import { commands, window, type Uri } from "vscode";
import { COMMANDS, type CommandId } from "../../ids";
import type { OzFolder } from "../../oz/model/folder";
import { shortId } from "../../oz/model/id";
import { NOTIFY_SETTING } from "../../settings";
import { compareUrgency, outcome } from "../../status/effectiveStatus";
import { present } from "../../status/presentation";
import { explanationUri, type DocumentSource } from "../documentUri";
import { markedCount, markedInWords, type ShownFindings } from "../shownFindings";
import { folderLabel, presentFolder } from "../text/folderText";
import { verdict } from "../text/verdict";
import { GONE } from "./watchedFolders";

const SHOW = "Show";

/** The buttons of the notice about one folder, and the commands that they run on it. */
const ACTIONS: Readonly<Record<string, CommandId>> = {
  Explain: COMMANDS.explainResult,
  [SHOW]: COMMANDS.revealFolder,
  "Choose Notifications…": COMMANDS.chooseNotifications,
};

/** Those about a folder that is gone: there is nothing left to show. */
const ACTIONS_IF_GONE: Readonly<Record<string, CommandId>> = { "Stop Watching": COMMANDS.unwatchFolder };

/** For all folders at once. */
const OPEN_SETTINGS = "Open Settings";

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
    await offer(window.showWarningMessage, `Folder ${shortId(id)} is ${GONE}.`, ACTIONS_IF_GONE, uri);
    return;
  }
  const { labelKeys, now } = context;
  const label = folderLabel(folder, labelKeys());
  const name = label === shortId(id) ? label : `${label} (${shortId(id)})`;
  const marked = markedInWords(context.findings(folder.resolution), folder.resolution);
  const message = `Folder ${name} · ${verdict(folder.resolution, now())}${marked === undefined ? "" : ` ⚠ ${marked}.`}`;
  if (isGone) {
    await offer(window.showWarningMessage, `${message} It is ${GONE}.`, ACTIONS_IF_GONE, uri);
    return;
  }
  const showMessage = isGood(folder, context) ? window.showInformationMessage : window.showWarningMessage;
  await offer(showMessage, message, ACTIONS, uri);
}

async function offer(
  showMessage: typeof window.showWarningMessage,
  message: string,
  actions: Readonly<Record<string, CommandId>>,
  folder: Uri,
): Promise<void> {
  const choice = await showMessage(message, ...Object.keys(actions));
  const command = choice === undefined ? undefined : actions[choice];
  if (command !== undefined) await commands.executeCommand(command, folder);
}

/** Tells of many that have ended in one notice, which leads to the list of watched folders. Resolves as `showEnd` does. */
export async function showEnds(ended: readonly Ended[], context: NoticeContext): Promise<void> {
  const isAllGood = ended.every(({ folder, isGone }) => !isGone && folder && isGood(folder, context));
  const showMessage = isAllGood ? window.showInformationMessage : window.showWarningMessage;
  const choice = await showMessage(
    `${ended.length} watched folders have ended: ${countsInWords(ended, context)}.`,
    SHOW,
    OPEN_SETTINGS,
  );
  if (choice === SHOW) await commands.executeCommand(COMMANDS.showWatched);
  if (choice === OPEN_SETTINGS)
    await commands.executeCommand("workbench.action.openSettings", NOTIFY_SETTING);
}

/**
 * @returns "2 Declined, 9 Success, 3 with findings, 1 no longer on the server", most urgent first. One that is gone is also
 * counted by the result that was not told before
 */
function countsInWords(ended: readonly Ended[], context: NoticeContext): string {
  const resolutions = ended.flatMap(({ folder }) => folder?.resolution ?? []).sort(compareUrgency);
  const labels = [
    ...resolutions.map((resolution) => present(outcome(resolution)).label),
    ...ended.filter(({ folder }) => folder && isMarked(folder, context)).map(() => "with findings"),
    ...ended.filter(({ folder, isGone }) => isGone || !folder).map(() => GONE),
  ];
  const count = (label: string): number => labels.filter((other) => other === label).length;
  return [...new Set(labels)].map((label) => `${count(label)} ${label}`).join(", ");
}

function isGood(folder: OzFolder, context: NoticeContext): boolean {
  const { severity } = presentFolder(folder.resolution);
  return (severity === "ok" || severity === "info") && !isMarked(folder, context);
}

function isMarked({ resolution }: OzFolder, { findings }: NoticeContext): boolean {
  return markedCount(findings(resolution), resolution) > 0;
}
