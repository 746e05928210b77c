import { webConsoleLink } from "../../oz/api/webConsole";
import { webConsoleFolderUrl } from "../../settings";
import type { Command } from "../services";
import { findTarget } from "../target/findTarget";
import { UserError } from "../userError";
import { openInBrowser } from "./openInBrowser";

/**
 * Opens a folder in the web console that the user has named.
 * @param argument see `findTarget`
 */
export const openInWebConsole: Command = async (services, argument) => {
  const target = await findTarget(services, argument, "Open in Web Console");
  if (!target) return;
  const link = webConsoleLink(webConsoleFolderUrl(), target.folderId);
  if ("problem" in link) throw new UserError(`The setting ozInspector.webConsole.folderUrl ${link.problem}.`);
  await openInBrowser(link);
};
