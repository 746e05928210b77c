import { folderIdFor } from "./askId";
import type { Command } from "./services";

/** Watches a folder in place of the one that was watched before. */
export const watchFolder: Command = async (services, argument) => {
  const { folders, views } = services;
  const id = await folderIdFor(services, argument, "Watch Folder");
  if (id === undefined) return;
  if (!folders.store.get(id)) await views.list.showProgress(folders.reader.readFolder(id));
  folders.watch.start(id);
};
