import { commands } from "vscode";
import type { JsonIdentity } from "../../views/documentUri";
import type { Command } from "../services";
import { jsonFor } from "../target/askJson";
import { askOtherJson } from "./askOtherJson";
import { nameOf } from "./jsonInWords";

/**
 * Shows how the JSON of a folder or an analysis differs from an earlier state of it, or from another one.
 * @param argument see `jsonFor`; the address of an earlier state is compared at once
 */
export const compareJson: Command = async (services, argument) => {
  const { folders, poller, views } = services;
  const found = await jsonFor(services, argument, "Compare JSON");
  if (!found) return;
  const now: JsonIdentity = { folderId: found.folderId, analysisId: found.analysisId, version: "now" };
  const other = typeof found.version === "number" ? found : await askOtherJson(services, now);
  if (!other) return;
  // Read first, so that a failure is one sentence and not an editor that could not be opened.
  await views.list.showProgress(
    Promise.all([now, other].map(({ folderId }) => folders.rawReplies.keep(folderId))),
  );
  const { json } = views.documents;
  const nameIt = (one: JsonIdentity): string => nameOf(folders.store.get(one.folderId), one);
  const name = nameIt(now);
  const isEarlier = typeof other.version === "number";
  const [left, right, title] = isEarlier
    ? [other, now, `${name}: Version ${other.version} ↔ Now`]
    : [now, other, `${name} ↔ ${nameIt(other)}`];
  // Not in place of the document that it was asked for in.
  await commands.executeCommand("vscode.diff", json.uriToOpen(left), json.uriToOpen(right), title, {
    preview: false,
  });
  // They follow their folders from now on.
  poller.update();
};
