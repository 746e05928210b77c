import { window, workspace } from "vscode";
import { AnalysisNode } from "../../views/tree/analysisNode";
import type { Command } from "../services";
import { folderIdFor } from "../target/askId";
import { findTarget, type Target } from "../target/findTarget";

/**
 * Opens what the server sent, as a read-only document.
 * @param argument the row of a folder or an analysis, or the id of either; asked for when missing
 */
export const openJson: Command = async (services, argument) => {
  const { folders, poller, views } = services;
  const id = await folderIdFor(services, argument, "Open JSON");
  if (id === undefined) return;
  const { folderId, analysisId, text }: Target =
    argument instanceof AnalysisNode
      ? { folderId: id, analysisId: argument.analysis.id }
      : await findTarget(services, id);
  // Read first, so that a failure is one sentence and not an editor that could not be opened.
  await views.list.showProgress(folders.rawReplies.keep(folderId, text));
  const { json } = views.documents;
  const document = await workspace.openTextDocument(json.uriToOpen({ folderId, analysisId }));
  await window.showTextDocument(document, { preview: true });
  // It follows the folder from now on.
  poller.update();
};
