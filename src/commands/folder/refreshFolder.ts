import { folderIdFor } from "../target/askId";
import type { Command } from "../services";

export const refreshFolder: Command = async (services, argument) => {
  const id = await folderIdFor(services, argument, "Refresh Folder");
  if (id !== undefined) await services.views.list.showProgress(services.folders.reader.readFolder(id));
};
