import { commands, window } from "vscode";
import { COMMANDS } from "../../ids";
import type { OzFolder } from "../../oz/model/folder";
import { shortId } from "../../oz/model/id";
import { compareUrgency, outcome } from "../../status/effectiveStatus";
import { present } from "../../status/presentation";
import { markedCount, markedInWords, type ShownFindings } from "../shownFindings";
import { folderLabel, presentFolder } from "../text/folderText";
import { verdict } from "../text/verdict";
import { GONE } from "./watchedFolders";

const SHOW = "Show";
const EXPLAIN = "Explain";
const OPEN_JSON = "Open JSON";

/** What the notices depend on, besides the folders. */
export interface NoticeContext {
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
  if (!folder) {
    await window.showWarningMessage(`Folder ${shortId(id)} is ${GONE}.`);
    return;
  }
  const { labelKeys, now } = context;
  const label = folderLabel(folder, labelKeys());
  const name = label === shortId(id) ? label : `${label} (${shortId(id)})`;
  const marked = markedInWords(context.findings(folder.resolution), folder.resolution);
  const message = `Folder ${name} · ${verdict(folder.resolution, now())}${marked === undefined ? "" : ` ⚠ ${marked}.`}`;
  if (isGone) {
    await window.showWarningMessage(`${message} It is ${GONE}.`);
    return;
  }
  const showMessage = isGood(folder, context) ? window.showInformationMessage : window.showWarningMessage;
  const choice = await showMessage(message, SHOW, EXPLAIN, OPEN_JSON);
  if (choice === SHOW) await commands.executeCommand(COMMANDS.lookUpFolder, id);
  if (choice === EXPLAIN) await commands.executeCommand(COMMANDS.explainResult, id);
  if (choice === OPEN_JSON) await commands.executeCommand(COMMANDS.openJson, id);
}

/** Tells of many that have ended in one notice, which leads to the list of watched folders. Resolves as `showEnd` does. */
export async function showEnds(ended: readonly Ended[], context: NoticeContext): Promise<void> {
  const isAllGood = ended.every(({ folder, isGone }) => !isGone && folder && isGood(folder, context));
  const showMessage = isAllGood ? window.showInformationMessage : window.showWarningMessage;
  const choice = await showMessage(
    `${ended.length} watched folders have ended: ${countsInWords(ended, context)}.`,
    SHOW,
  );
  if (choice === SHOW) await commands.executeCommand(COMMANDS.showWatched);
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
