import * as l10n from "@vscode/l10n";
import type { Command } from "../command";
import { findTarget, requireConnection } from "../target/findTarget";

/** Reads everything on screen again. A failure shows in the view. */
export const refresh: Command = async (services) => {
  requireConnection(services);
  await services.list.showProgress(services.folders.refresh());
};

/**
 * Reads a folder again.
 * @param argument see `findTarget`
 */
export const refreshFolder: Command = async (services, argument) => {
  const target = await findTarget(services, argument, l10n.t("Refresh Folder"));
  // A reply means that finding the folder has just read it.
  if (!target || target.reply !== undefined) return;
  await services.list.showProgress(services.folders.reader.readFolder(target.folderId));
};

/** Reads the next page of the list; with a filter, searches further for matches. */
export const loadMore: Command = async (services) => {
  requireConnection(services);
  const { filter, reader } = services.folders;
  await services.list.showProgress(filter.current?.searchMore() ?? reader.readMore());
};

/** Collapses all rows of the list. */
export const collapseAll: Command = ({ list }) => list.collapseAll();
