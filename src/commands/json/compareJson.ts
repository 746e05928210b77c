import { commands } from "vscode";
import { type JsonIdentity, readJsonUri } from "../../views/documentUri";
import type { Command } from "../services";
import { findTarget } from "../target/findTarget";
import { askOtherJson } from "./askOtherJson";
import { documentMeant } from "./documentMeant";
import { nameOf } from "./jsonInWords";
import { jsonOf } from "./jsonOf";

/**
 * Shows how the JSON of a folder or an analysis differs from an earlier state of it, or from another one.
 * @param argument see `findTarget`; without, the JSON document in front. An earlier state is compared at once
 */
export const compareJson: Command = async (services, argument) => {
  const { folders, views } = services;
  const document = documentMeant(argument);
  const target = await findTarget(services, document ?? argument, "Compare JSON");
  if (!target) return;
  const now: JsonIdentity = { ...jsonOf(target), version: "now" };
  const version = document && readJsonUri(document)?.version;
  const other = typeof version === "number" ? { ...now, version } : await askOtherJson(services, now);
  if (!other) return;
  // Read first, so that a failure is one sentence and not an editor that could not be opened.
  await views.list.showProgress(
    Promise.all([
      folders.rawReplies.keep(now.folderId, target.text),
      folders.rawReplies.keep(other.folderId),
    ]),
  );
  const { json } = views.documents;
  const nameIt = (one: JsonIdentity): string => nameOf(folders.store.current.get(one.folderId), one);
  const name = nameIt(now);
  const isEarlier = typeof other.version === "number";
  const [left, right, title] = isEarlier
    ? [other, now, `${name}: Version ${other.version} ↔ Now`]
    : [now, other, `${name} ↔ ${nameIt(other)}`];
  // Not in place of the document that it was asked for in.
  await commands.executeCommand("vscode.diff", json.uriToOpen(left), json.uriToOpen(right), title, {
    preview: false,
  });
};
