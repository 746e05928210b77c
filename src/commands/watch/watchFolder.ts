import type { Command } from "../services";
import { findTarget } from "../target/findTarget";

/**
 * Watches a folder, beside those that are watched already.
 * @param argument see `findTarget`
 */
export const watchFolder: Command = async (services, argument) => {
  const target = await findTarget(services, argument, "Watch Folder");
  if (target) services.folders.watches.start(target.folderId);
};
