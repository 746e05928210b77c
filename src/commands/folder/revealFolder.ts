import * as l10n from "@vscode/l10n";
import type { FolderNode } from "../../views/tree/folderNode";
import type { Target, TreeNode } from "../../views/tree/treeNode";
import type { Command, Services } from "../command";
import { findTarget, loadFolder } from "../target/findTarget";

/**
 * Shows a folder or an analysis in the tree. Unlike a look-up it sends nothing if the folder is loaded, and is not
 * remembered as one.
 * @param argument see `findTarget`
 */
export const revealFolder: Command = async (services, argument) => {
  const target = await findTarget(services, argument, l10n.t("Reveal Folder"));
  if (!target) return;
  await loadFolder(services, target.folderId);
  await revealTarget(services, target);
};

/** Selects and expands the row of a loaded folder or of its analysis. */
export async function revealTarget({ list }: Services, target: Target): Promise<void> {
  await list.reveal(target.folderId, (folder) => rowOf(target, folder));
}

/** The row of an analysis that has an ID; for any other target, the row of its folder. */
function rowOf(target: Target, folder: FolderNode): TreeNode {
  const analysisId = target.kind === "analysis" ? target.analysisId : undefined;
  const isTarget = ({ target: one }: TreeNode): boolean =>
    analysisId !== undefined && one?.kind === "analysis" && one.analysisId === analysisId;
  return folder.children.flatMap((child) => [child, ...child.children]).find(isTarget) ?? folder;
}
