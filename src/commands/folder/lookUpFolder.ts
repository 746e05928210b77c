import { window } from "vscode";
import { RecentLookUps } from "../../folders/search/recentLookUps";
import { shortId } from "../../oz/model/id";
import type { FolderNode } from "../../views/tree/folderNode";
import type { Target } from "../../views/tree/treeNode";
import type { TreeNode } from "../../views/tree/treeNode";
import type { Command } from "../services";
import { parseId } from "../target/askId";
import { findById } from "../target/findTarget";
import { loadFolder } from "../target/loadFolder";
import { requireConnection } from "../target/requireConnection";
import { askLookUp } from "./askLookUp";

/**
 * Shows a folder or an analysis in the tree, also one that was not loaded, and says which of the two it is.
 * @param argument its ID; asked for when missing
 */
export const lookUpFolder: Command = async (services, argument) => {
  requireConnection(services);
  const { connections, folders, memory, views } = services;
  // VS Code hands the selected row to the button in the view's title, which is not what is looked for.
  const id = typeof argument === "string" ? parseId(argument) : await askLookUp(services);
  if (id === undefined) return;
  const { text, ...target } = await findById(services, id);
  const { folderId } = target;
  if (text === undefined && folders.store.current.get(folderId)) {
    // What is known is shown at once; a failure stands in the view, beside what was known.
    views.list.showProgress(folders.reader.readFolder(folderId)).catch(() => undefined);
  } else await loadFolder(services, folderId);
  const { shown, known } = connections.keys;
  if (shown !== undefined) new RecentLookUps(memory).put(shown, id, known);
  const what = id === folderId ? "a folder" : `an analysis of folder ${shortId(folderId)}`;
  window.setStatusBarMessage(`${shortId(id)} is ${what}`, 5000);
  await views.list.reveal(folderId, (folder) => rowOf(target, folder));
};

/** The row of an analysis, else that of its folder. */
function rowOf(target: Target, folder: FolderNode): TreeNode {
  const isMeant = ({ target: one }: TreeNode): boolean =>
    target.kind === "analysis" && one?.kind === "analysis" && one.analysisId === target.analysisId;
  return folder.children.flatMap((child) => [child, ...child.children]).find(isMeant) ?? folder;
}
