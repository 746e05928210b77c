import { Uri, window, workspace, type TextDocument } from "vscode";
import { readJsonUri, type JsonIdentity } from "../../views/documentUri";
import { AnalysisNode } from "../../views/tree/analysisNode";
import type { Services } from "../services";
import { UserError } from "../userError";
import { folderIdFor } from "./askId";

/** @returns the document that a command was called from: a link or a menu names it, the Command Palette means the one in front */
export function documentFor(argument: unknown): TextDocument | undefined {
  if (argument === undefined) return window.activeTextEditor?.document;
  if (!(argument instanceof Uri)) return undefined;
  return workspace.textDocuments.find(({ uri }) => uri.toString() === argument.toString());
}

/**
 * Finds out which folder or analysis a command is meant for.
 * @param argument a row of the tree, a folder's id, or the address of a JSON document; without, the JSON document in
 * front, else it is asked for
 * @returns undefined when the user gave none
 * @throws UserError for a document of a connection that is not shown
 */
export async function jsonFor(
  services: Services,
  argument: unknown,
  title: string,
): Promise<JsonIdentity | undefined> {
  const uri = argument instanceof Uri ? argument : documentFor(argument)?.uri;
  const shown = uri && readJsonUri(uri);
  if (shown) {
    const refusal = services.views.documents.json.refusal(shown);
    if (refusal !== undefined) throw new UserError(refusal);
    return shown;
  }
  const folderId = await folderIdFor(services, argument, title);
  if (folderId === undefined) return undefined;
  return { folderId, analysisId: argument instanceof AnalysisNode ? argument.analysis.id : undefined };
}
