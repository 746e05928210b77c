import { commands, window } from "vscode";
import type { Folders } from "../../folders/folders";
import type { FolderStore } from "../../folders/folderStore";
import type { WatchEnd } from "../../folders/watch";
import { shortId } from "../../oz/id";
import { folderLabel, presentFolder, resultInWords } from "../text/folderText";

const SHOW = "Show";
const OPEN_JSON = "Open JSON";

/**
 * Says once that the watched folder has ended. Nothing waits for the answer.
 * @param labelKeys metadata keys by which the user knows folders
 */
export function announceWatchEnds(
  { watch, store }: Pick<Folders, "watch" | "store">,
  labelKeys: () => readonly string[],
): { dispose(): void } {
  return watch.onDidEnd((end) => void announce(end, store, labelKeys()));
}

async function announce(
  { id, reason }: WatchEnd,
  store: FolderStore,
  labelKeys: readonly string[],
): Promise<void> {
  const folder = store.get(id);
  if (reason === "removed" || !folder) {
    await window.showWarningMessage(`Folder ${shortId(id)} is no longer on the server.`);
    return;
  }
  const label = folderLabel(folder, labelKeys);
  const name = label === shortId(id) ? label : `${label} (${shortId(id)})`;
  const { severity } = presentFolder(folder.resolution);
  const show =
    severity === "ok" || severity === "info" ? window.showInformationMessage : window.showWarningMessage;
  const choice = await show(`Folder ${name}: ${resultInWords(folder.resolution)}`, SHOW, OPEN_JSON);
  if (choice === SHOW) await commands.executeCommand("ozInspector.lookUpFolder", id);
  if (choice === OPEN_JSON) await commands.executeCommand("ozInspector.openJson", id);
}
