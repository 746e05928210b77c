import { commands, window } from "vscode";
import type { WatchEnd } from "../../folders/watches";
import type { OzFolder } from "../../oz/folder";
import { shortId } from "../../oz/id";
import { folderLabel, presentFolder, resultInWords } from "../text/folderText";

const SHOW = "Show";
const OPEN_JSON = "Open JSON";

/**
 * Says in a notification that a watched folder has ended, and does what the user chooses.
 * @param folder undefined when the server knows it no more
 * @param labelKeys metadata keys by which the user knows folders
 */
export async function announce(
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
  const show =
    severity === "ok" || severity === "info" ? window.showInformationMessage : window.showWarningMessage;
  const choice = await show(`Folder ${name}: ${resultInWords(folder.resolution)}`, SHOW, OPEN_JSON);
  if (choice === SHOW) await commands.executeCommand("ozInspector.lookUpFolder", id);
  if (choice === OPEN_JSON) await commands.executeCommand("ozInspector.openJson", id);
}
