import type { Command } from "../services";
import { findTarget } from "../target/findTarget";
import { loadFolder } from "../target/loadFolder";

/**
 * Explains why a folder has its result.
 * @param argument see `findTarget`
 */
export const explainResult: Command = async (services, argument) => {
  const target = await findTarget(services, argument, "Explain Result");
  if (!target) return;
  // Read first, so that a failure is one sentence and not a preview that could not be opened.
  await loadFolder(services, target.folderId);
  await services.views.documents.explanations.show(target.folderId);
};
