import * as l10n from "@vscode/l10n";
import { commands } from "vscode";
import { readJsonUri, type JsonIdentity } from "../../views/documentUri";
import type { Command } from "../command";
import { findTarget } from "../target/findTarget";
import { askOtherJson, nameOf } from "./askOtherJson";
import { documentUriOf, jsonIdentityOf } from "./jsonTarget";

/**
 * Compares the JSON of a folder or an analysis with an earlier version, or with that of another one.
 * @param argument see `findTarget`; if missing, the JSON document in the active editor. The document of an earlier
 * version is compared with the present one at once
 */
export const compareJson: Command = async (services, argument) => {
  const { documents, folders, list } = services;
  const uri = documentUriOf(argument);
  const target = await findTarget(services, uri ?? argument, l10n.t("Compare JSON"));
  if (!target) return;
  const now: JsonIdentity = { ...jsonIdentityOf(target), version: "now" };
  const version = uri && readJsonUri(uri)?.version;
  const other = typeof version === "number" ? { ...now, version } : await askOtherJson(services, now);
  if (!other) return;
  // Read first, so that a failure shows as one sentence instead of an empty editor.
  const { rawReplies } = folders;
  await list.showProgress(
    Promise.all([rawReplies.open(now.folderId, target.reply), rawReplies.open(other.folderId)]),
  );
  const nameIt = (one: JsonIdentity): string => nameOf(folders.store.current.get(one.folderId), one);
  const name = nameIt(now);
  const [left, right, title] =
    typeof other.version === "number"
      ? [other, now, l10n.t("{0}: Version {1} ↔ Now", name, other.version)]
      : [now, other, `${name} ↔ ${nameIt(other)}`];
  const { json } = documents;
  // No preview, which would replace the document that the command was run on.
  await commands.executeCommand("vscode.diff", json.uriToOpen(left), json.uriToOpen(right), title, {
    preview: false,
  });
};
