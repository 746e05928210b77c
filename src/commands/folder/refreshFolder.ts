import type { Command } from "../services";
import { findTarget } from "../target/findTarget";

/**
 * Reads a folder again.
 * @param argument see `findTarget`
 */
export const refreshFolder: Command = async (services, argument) => {
  const target = await findTarget(services, argument, "Refresh Folder");
  // To find it may have been to read it.
  if (!target || target.text !== undefined) return;
  await services.views.list.showProgress(services.folders.reader.readFolder(target.folderId));
};
