import * as l10n from "@vscode/l10n";
import { window, workspace, type Uri } from "vscode";
import { readJsonUri, type JsonIdentity } from "../../views/documentUri";
import { documentText } from "../../views/json/documentText";
import { UserError, type Command, type Services } from "../command";
import { askFile, fileName, saveText } from "../prompts/saveText";
import { findTarget } from "../target/findTarget";
import { documentUriOf, jsonIdentityOf } from "./jsonTarget";

/** The text of a JSON document, open or not. */
interface JsonText {
  readonly identity: JsonIdentity;
  readonly text: string;
}

/**
 * Saves the text of a JSON document to a file of the user's choice.
 * @param argument see `findTarget`; if missing, the JSON document in the active editor
 */
export const saveJson: Command = async (services, argument) => {
  const uri = documentUriOf(argument);
  const found = (uri && openText(uri)) ?? (await readText(services, uri ?? argument));
  if (!found) return;
  const { folderId, analysisId } = found.identity;
  const name = analysisId === undefined ? `folder-${folderId}` : `analysis-${analysisId}`;
  const title = l10n.t("Save JSON As");
  const file = await askFile(title, name, { label: "JSON", extension: "json" });
  if (!file) return;
  await saveText(file, found.text);
  window.setStatusBarMessage(l10n.t("Saved {0}", fileName(file)), 3000);
};

/** The text of an open document, even if its connection is no longer shown. */
function openText(uri: Uri): JsonText | undefined {
  const document = workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  const identity = document && readJsonUri(document.uri);
  return identity && { identity, text: document.getText() };
}

async function readText(services: Services, argument: unknown): Promise<JsonText | undefined> {
  const { folders, list } = services;
  const target = await findTarget(services, argument, l10n.t("Save JSON As"));
  if (!target) return undefined;
  const identity = jsonIdentityOf(target);
  const reply = target.reply ?? (await list.showProgress(folders.reader.readFolder(target.folderId))).text;
  const text = documentText(reply, identity.analysisId);
  if (text === undefined) throw new UserError(l10n.t("This analysis is no longer in the folder."));
  return { identity, text };
}
