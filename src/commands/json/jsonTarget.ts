import * as l10n from "@vscode/l10n";
import { Uri, window } from "vscode";
import type { JsonIdentity } from "../../views/documentUri";
import type { Target } from "../../views/tree/treeNode";
import { UserError } from "../command";

/**
 * @returns the JSON document of a target: of the analysis if it is one, else of the folder
 * @throws UserError for an analysis without an ID, which cannot be found in the reply
 */
export function jsonIdentityOf(target: Target): JsonIdentity {
  const { folderId } = target;
  if (target.kind !== "analysis") return { folderId };
  const { analysisId } = target;
  if (analysisId === undefined)
    throw new UserError(l10n.t("This analysis has no ID. Use its folder's JSON instead."));
  return { folderId, analysisId };
}

/**
 * Finds the document that a command acts on. Menus and CodeLenses pass its URI; the Command Palette passes nothing, and
 * means the active editor.
 * @returns undefined for any other argument, or without an active editor
 */
export function documentUriOf(argument: unknown): Uri | undefined {
  if (argument === undefined) return window.activeTextEditor?.document.uri;
  return argument instanceof Uri ? argument : undefined;
}
