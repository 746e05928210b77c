import type { Command } from "../services";
import { folderIdFor } from "../target/askId";
import { findTarget } from "../target/findTarget";

/** Watches a folder, beside those that are watched already. */
export const watchFolder: Command = async (services, argument) => {
  const id = await folderIdFor(services, argument, "Watch Folder");
  if (id === undefined) return;
  const { folderId } = await findTarget(services, id);
  services.folders.watches.start(folderId);
};
