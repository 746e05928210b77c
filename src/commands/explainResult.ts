import { folderIdFor } from "./askId";
import type { Command } from "./services";

/**
 * Explains why a folder has its result.
 * @param argument a row of the tree, or a folder's id; asked for when missing
 */
export const explainResult: Command = async (services, argument) => {
  const { folders, poller, views } = services;
  const id = await folderIdFor(services, argument, "Explain Result");
  if (id === undefined) return;
  // Read first, so that a failure is one sentence and not a preview that could not be opened.
  if (!folders.store.get(id)) await views.list.showProgress(folders.reader.readFolder(id));
  const { explanations } = await views.documents.load();
  await explanations.show(id);
  // It follows the folder from now on.
  poller.update();
};
