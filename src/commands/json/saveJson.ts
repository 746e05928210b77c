import { randomUUID } from "node:crypto";
import { homedir } from "node:os";
import path from "node:path";
import { Uri, window, workspace } from "vscode";
import { plainText } from "../../base/plainText";
import { readJsonUri, type JsonIdentity } from "../../views/documentUri";
import { documentText } from "../../views/json/documentText";
import type { Command, Services } from "../services";
import { findTarget } from "../target/findTarget";
import { UserError } from "../userError";
import { documentMeant } from "./documentMeant";
import { jsonOf } from "./jsonOf";

/**
 * Saves what a JSON document shows, or would show, where the user says.
 * @param argument see `findTarget`; without, the JSON document in front
 */
export const saveJson: Command = async (services, argument) => {
  const document = documentMeant(argument);
  const found = (document && shown(document)) ?? (await read(services, document ?? argument));
  if (!found) return;
  const { folderId, analysisId } = found.identity;
  const name = analysisId === undefined ? `folder-${folderId}` : `analysis-${analysisId}`;
  const target = await window.showSaveDialog({
    title: "Save JSON As",
    defaultUri: Uri.file(path.join(homedir(), `${name.replace(/[^\w-]/g, "_").slice(0, 100)}.json`)),
    filters: { JSON: ["json"] },
  });
  if (!target) return;
  await write(target, found.text);
  window.setStatusBarMessage(`Saved ${plainText(path.posix.basename(target.path))}`, 3000);
};

interface Found {
  readonly identity: JsonIdentity;
  readonly text: string;
}

/** What is on screen, also of a connection that is not shown any more. */
function shown(address: Uri): Found | undefined {
  const document = workspace.textDocuments.find(({ uri }) => uri.toString() === address.toString());
  const identity = document && readJsonUri(document.uri);
  return identity && { identity, text: document.getText() };
}

async function read(services: Services, argument: unknown): Promise<Found | undefined> {
  const { folders, views } = services;
  const target = await findTarget(services, argument, "Save JSON As");
  if (!target) return undefined;
  const identity = jsonOf(target);
  const reply =
    target.text ?? (await views.list.showProgress(folders.reader.readFolder(target.folderId))).text;
  const text = documentText(reply, identity.analysisId);
  if (text === undefined) throw new UserError("This analysis is no longer in the folder.");
  return { identity, text };
}

/** Beside the old file first, so that it is not lost when writing fails: VS Code empties a file before it writes it. */
async function write(target: Uri, text: string): Promise<void> {
  // eslint-disable-next-line no-restricted-properties -- the one place: it writes where the user said, and reads nothing
  const files = workspace.fs;
  const beside = target.with({ path: `${target.path}.${randomUUID().slice(0, 8)}.tmp` });
  const [name, other] = [target, beside].map((file) => plainText(path.posix.basename(file.path)));
  try {
    await files.writeFile(beside, new TextEncoder().encode(text));
  } catch {
    await Promise.resolve(files.delete(beside)).catch(() => undefined);
    throw new UserError(`${name} could not be written: see that its folder exists and can be written to.`);
  }
  try {
    await files.rename(beside, target, { overwrite: true });
  } catch {
    // VS Code may have taken the old file away already.
    throw new UserError(`${name} could not be replaced: what was to be saved is in ${other}, beside it.`);
  }
}
