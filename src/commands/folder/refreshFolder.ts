import type { Command } from "../services";
import { folderIdFor } from "../target/askId";

export const refreshFolder: Command = async (services, argument) => {
  const id = await folderIdFor(services, argument, "Refresh Folder");
  if (id !== undefined) await services.views.list.showProgress(services.folders.reader.readFolder(id));
};
