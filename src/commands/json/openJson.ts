import { Uri, window, workspace } from "vscode";
import type { JsonIdentity } from "../../views/documentUri";
import type { Target } from "../../views/tree/treeNode";
import { UserError, type Command } from "../command";
import { findTarget } from "../target/findTarget";

/**
 * Opens the server's reply as a read-only document.
 * @param argument see `findTarget`
 */
export const openJson: Command = async (services, argument) => {
  const { documents, folders, list } = services;
  const target = await findTarget(services, argument, "Open JSON");
  if (!target) return;
  const identity = jsonOf(target);
  // Read first, so that a failure shows as one sentence instead of an empty editor.
  await list.showProgress(folders.rawReplies.keep(target.folderId, target.reply));
  const document = await workspace.openTextDocument(documents.json.uriToOpen(identity));
  await window.showTextDocument(document, { preview: true });
};

/**
 * @returns the JSON document of a target: an analysis, or the folder of any other target
 * @throws UserError for an analysis without an ID, which cannot be found in the reply
 */
export function jsonOf(target: Target): JsonIdentity {
  const { folderId } = target;
  if (target.kind !== "analysis") return { folderId };
  const { analysisId } = target;
  if (analysisId === undefined)
    throw new UserError("This analysis has no ID. Use its folder's JSON instead.");
  return { folderId, analysisId };
}

/**
 * @param argument of a command that also acts on the active editor
 * @returns the address that a menu or a lens passed, or that of the active editor if there is no argument, as from the
 * Command Palette; undefined for any other argument
 */
export function documentAddress(argument: unknown): Uri | undefined {
  if (argument === undefined) return window.activeTextEditor?.document.uri;
  return argument instanceof Uri ? argument : undefined;
}
