import { window, workspace } from "vscode";
import { AnalysisNode } from "../views/tree/analysisNode";
import { folderIdFor } from "./askId";
import type { Command } from "./services";

/**
 * Opens what the server sent, as a read-only document.
 * @param argument the row of a folder or an analysis, or a folder's id; asked for when missing
 */
export const openJson: Command = async (services, argument) => {
  const { folders, views } = services;
  const folderId = await folderIdFor(services, argument, "Open JSON");
  if (folderId === undefined) return;
  const analysisId = argument instanceof AnalysisNode ? argument.analysis.id : undefined;
  // Read first, so that a failure is one sentence and not an editor that could not be opened.
  await views.list.showProgress(folders.texts.keep(folderId));
  const { json } = await views.documents.load();
  const document = await workspace.openTextDocument(json.uri({ folderId, analysisId }));
  await window.showTextDocument(document, { preview: true });
};
