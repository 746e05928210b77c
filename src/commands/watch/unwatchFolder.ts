import type { Command } from "../services";
import { findTarget } from "../target/findTarget";

/**
 * Watches a folder no longer.
 * @param argument see `findTarget`; without, the only one that is watched
 */
export const unwatchFolder: Command = async (services, argument) => {
  const { watches } = services.folders;
  const only = watches.ids.length === 1 ? watches.ids[0] : undefined;
  const target = await findTarget(services, argument ?? only, "Stop Watching");
  if (target) watches.stop(target.folderId);
};
