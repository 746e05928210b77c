import * as l10n from "@vscode/l10n";
import { window } from "vscode";
import { shortId } from "../../oz/model/id";
import type { Command } from "../command";
import { askId, parseId } from "../target/askId";
import { findById, loadFolder, requireConnection } from "../target/findTarget";
import { revealTarget } from "./revealFolder";

/**
 * Shows a folder or an analysis in the tree, loading it if necessary, and says which of the two it is.
 * @param argument its ID; asked for if missing
 */
export const lookUpFolder: Command = async (services, argument) => {
  requireConnection(services);
  const { connections, folders, list } = services;
  // VS Code passes the selected row to the button in the view's title, but the user looks for something else.
  const id =
    typeof argument === "string"
      ? parseId(argument)
      : await askId(services, l10n.t("Look Up Folder or Analysis"), []);
  if (id === undefined) return;
  const { reply, ...target } = await findById(services, id);
  const { folderId } = target;
  if (reply === undefined && folders.store.current.get(folderId)) {
    // Shown at once as loaded; the view says so if refreshing it fails.
    list.showProgress(folders.reader.readFolder(folderId)).catch(() => undefined);
  } else await loadFolder(services, folderId);
  const { shown } = connections.keys;
  if (shown !== undefined) folders.recentLookUps.put(shown, id);
  const what =
    id === folderId
      ? l10n.t("{0} is a folder", shortId(id))
      : l10n.t("{0} is an analysis of folder {1}", shortId(id), shortId(folderId));
  window.setStatusBarMessage(what, 5000);
  await revealTarget(services, target);
};
