import * as l10n from "@vscode/l10n";
import type { Command } from "../command";
import { findTarget, loadFolder } from "../target/findTarget";

/**
 * Explains why a folder has its result.
 * @param argument see `findTarget`
 */
export const explainResult: Command = async (services, argument) => {
  const target = await findTarget(services, argument, l10n.t("Explain Result"));
  if (!target) return;
  // Loaded first, so that a failure shows as one sentence instead of an empty preview.
  await loadFolder(services, target.folderId);
  await services.documents.explanations.show(target.folderId);
};
