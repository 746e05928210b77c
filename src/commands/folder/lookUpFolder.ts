import { window } from "vscode";
import { RecentLookUps } from "../../folders/search/recentLookUps";
import { shortId } from "../../oz/model/id";
import { AnalysisNode } from "../../views/tree/analysisNode";
import type { FolderNode } from "../../views/tree/folderNode";
import type { TreeNode } from "../../views/tree/treeNode";
import type { Command } from "../services";
import { parseId, requireConnection } from "../target/askId";
import { findTarget } from "../target/findTarget";
import { askLookUp } from "./askLookUp";

/**
 * Shows a folder or an analysis in the tree, also one that was not loaded, and says which of the two it is.
 * @param argument its id; asked for when missing
 */
export const lookUpFolder: Command = async (services, argument) => {
  requireConnection(services);
  const { connections, folders, memory, views } = services;
  // VS Code hands the selected row to the button in the view's title, which is not what is looked for.
  const id = typeof argument === "string" ? parseId(argument) : await askLookUp(services);
  if (id === undefined) return;
  const { folderId, analysisId, text } = await findTarget(services, id);
  if (text === undefined) {
    // What is known is shown at once; a failure stands in the view, beside what was known.
    views.list.showProgress(folders.reader.readFolder(folderId)).catch(() => undefined);
  }
  const { shown, known } = connections.keys;
  if (shown !== undefined) new RecentLookUps(memory).put(shown, id, known);
  const what = id === folderId ? "a folder" : `an analysis of folder ${shortId(folderId)}`;
  window.setStatusBarMessage(`${shortId(id)} is ${what}`, 5000);
  await views.list.reveal(folderId, (folder) => analysisNode(folder, analysisId) ?? folder);
};

function analysisNode(folder: FolderNode, id: string | undefined): TreeNode | undefined {
  return folder.children
    .flatMap((child) => [child, ...child.children])
    .find((node) => node instanceof AnalysisNode && id !== undefined && node.analysis.id === id);
}
