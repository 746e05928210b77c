import { randomUUID } from "node:crypto";
import { homedir } from "node:os";
import path from "node:path";
import * as l10n from "@vscode/l10n";
import { Uri, window, workspace } from "vscode";
import { plainText } from "../../base/plainText";
import { readJsonUri, type JsonIdentity } from "../../views/documentUri";
import { documentText } from "../../views/json/documentText";
import { UserError, type Command, type Services } from "../command";
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
  const file = await window.showSaveDialog({
    title: l10n.t("Save JSON As"),
    defaultUri: Uri.file(path.join(homedir(), `${name.replace(/[^\w-]/g, "_").slice(0, 100)}.json`)),
    filters: { JSON: ["json"] },
  });
  if (!file) return;
  await write(file, found.text);
  window.setStatusBarMessage(l10n.t("Saved {0}", plainText(path.posix.basename(file.path))), 3000);
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

/** Writes a temporary file and renames it: VS Code empties a file before it writes, so a failure would lose the old one. */
async function write(file: Uri, text: string): Promise<void> {
  // eslint-disable-next-line no-restricted-properties -- the only place: it writes where the user chose, and reads nothing
  const files = workspace.fs;
  const temporary = file.with({ path: `${file.path}.${randomUUID().slice(0, 8)}.tmp` });
  const nameOf = ({ path: one }: Uri): string => plainText(path.posix.basename(one));
  try {
    await files.writeFile(temporary, new TextEncoder().encode(text));
  } catch {
    await Promise.resolve(files.delete(temporary)).catch(() => undefined);
    throw new UserError(
      l10n.t("{0} could not be written. Check that its folder exists and is writable.", nameOf(file)),
    );
  }
  try {
    await files.rename(temporary, file, { overwrite: true });
  } catch {
    // Kept, as VS Code may have deleted the old file already.
    throw new UserError(
      l10n.t(
        "{0} could not be replaced. The JSON was saved beside it as {1}.",
        nameOf(file),
        nameOf(temporary),
      ),
    );
  }
}
