import type { Command } from "../services";
import { folderIdFor } from "../target/askId";
import { findTarget } from "../target/findTarget";

/**
 * Explains why a folder has its result.
 * @param argument a row of the tree, or the id of a folder or an analysis; asked for when missing
 */
export const explainResult: Command = async (services, argument) => {
  const { poller, views } = services;
  const id = await folderIdFor(services, argument, "Explain Result");
  if (id === undefined) return;
  // Read first, so that a failure is one sentence and not a preview that could not be opened.
  const { folderId } = await findTarget(services, id);
  const { explanations } = views.documents;
  await explanations.show(folderId);
  // It follows the folder from now on.
  poller.update();
};
