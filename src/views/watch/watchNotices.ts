import { commands, window } from "vscode";
import type { Folders } from "../../folders/folders";
import type { FolderStore } from "../../folders/store/folderStore";
import type { WatchEnd } from "../../folders/watch/watches";
import type { Notify } from "../../folders/watch/watchMemory";
import { COMMANDS } from "../../ids";
import type { OzFolder } from "../../oz/model/folder";
import { shortId } from "../../oz/model/id";
import { effectiveStatus } from "../../status/effectiveStatus";
import { folderLabel, presentFolder, resultInWords } from "../text/folderText";

const SHOW = "Show";
const OPEN_JSON = "Open JSON";

export interface NoticeSettings {
  /** Metadata keys to label folders by. */
  readonly labelKeys: () => readonly string[];
  /** Used for folders without a choice of their own. */
  readonly notify: () => Notify;
}

/** Notifies the user when a watched folder has ended, as chosen for the folder or in the settings. */
export function announceWatchEnds(
  { watches, store }: Pick<Folders, "watches" | "store">,
  { labelKeys, notify }: NoticeSettings,
): { dispose(): void } {
  return watches.onDidEnd((end) => {
    if (shouldNotify(end, end.notify ?? notify(), store))
      void announce(end, store.current.get(end.id), labelKeys());
  });
}

function shouldNotify({ id, reason }: WatchEnd, notify: Notify, store: FolderStore): boolean {
  if (notify !== "problems") return notify === "always";
  const folder = store.current.get(id);
  return reason === "removed" || !folder || effectiveStatus(folder.resolution) !== "SUCCESS";
}

/** @param folder undefined if the server no longer has it */
async function announce(
  { id, reason }: WatchEnd,
  folder: OzFolder | undefined,
  labelKeys: readonly string[],
): Promise<void> {
  if (reason === "removed" || !folder) {
    await window.showWarningMessage(`Folder ${shortId(id)} is no longer on the server.`);
    return;
  }
  const label = folderLabel(folder, labelKeys);
  const name = label === shortId(id) ? label : `${label} (${shortId(id)})`;
  const { severity } = presentFolder(folder.resolution);
  const showMessage =
    severity === "ok" || severity === "info" ? window.showInformationMessage : window.showWarningMessage;
  const choice = await showMessage(`Folder ${name}: ${resultInWords(folder.resolution)}`, SHOW, OPEN_JSON);
  if (choice === SHOW) await commands.executeCommand(COMMANDS.lookUpFolder, id);
  if (choice === OPEN_JSON) await commands.executeCommand(COMMANDS.openJson, id);
}
