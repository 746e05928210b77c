import * as l10n from "@vscode/l10n";
import { window, workspace } from "vscode";
import type { Command } from "../command";
import { findTarget } from "../target/findTarget";
import { jsonIdentityOf } from "./jsonTarget";

/**
 * Opens the server's reply as a read-only document.
 * @param argument see `findTarget`
 */
export const openJson: Command = async (services, argument) => {
  const { documents, folders, list } = services;
  const target = await findTarget(services, argument, l10n.t("Open JSON"));
  if (!target) return;
  const identity = jsonIdentityOf(target);
  // Read first, so that a failure shows as one sentence instead of an empty editor.
  await list.showProgress(folders.rawReplies.open(target.folderId, target.reply));
  const document = await workspace.openTextDocument(documents.json.uriToOpen(identity));
  await window.showTextDocument(document, { preview: true });
};
