import type { Command } from "../services";
import { folderIdFor } from "../target/askId";

/**
 * Watches a folder no longer.
 * @param argument a row, or a folder's id; asked for when missing and several are watched
 */
export const unwatchFolder: Command = async (services, argument) => {
  const { watches } = services.folders;
  const only = watches.ids.length === 1 ? watches.ids[0] : undefined;
  const id = await folderIdFor(services, argument ?? only, "Stop Watching");
  if (id !== undefined) watches.stop(id);
};
