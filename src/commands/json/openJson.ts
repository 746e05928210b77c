import { window, workspace } from "vscode";
import type { Command } from "../services";
import { findTarget } from "../target/findTarget";
import { jsonOf } from "./jsonOf";

/**
 * Opens what the server sent, as a read-only document.
 * @param argument see `findTarget`
 */
export const openJson: Command = async (services, argument) => {
  const { folders, views } = services;
  const target = await findTarget(services, argument, "Open JSON");
  if (!target) return;
  const identity = jsonOf(target);
  // Read first, so that a failure is one sentence and not an editor that could not be opened.
  await views.list.showProgress(folders.rawReplies.keep(target.folderId, target.text));
  const { json } = views.documents;
  const document = await workspace.openTextDocument(json.uriToOpen(identity));
  await window.showTextDocument(document, { preview: true });
};
