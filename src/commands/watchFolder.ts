import { folderIdFor } from "./askId";
import type { Command } from "./services";

/** Watches a folder, beside those that are watched already. */
export const watchFolder: Command = async (services, argument) => {
  const { folders, views } = services;
  const id = await folderIdFor(services, argument, "Watch Folder");
  if (id === undefined) return;
  if (!folders.store.get(id)) await views.list.showProgress(folders.reader.readFolder(id));
  folders.watches.start(id);
};
