import { webConsoleLink } from "../../oz/api/webConsole";
import { webConsoleFolderUrl } from "../../settings";
import type { Command } from "../services";
import { folderIdFor } from "../target/askId";
import { UserError } from "../userError";
import { openInBrowser } from "./openInBrowser";

/**
 * Opens a folder in the web console that the user has named.
 * @param argument a row of the tree, or a folder's id; asked for when missing
 */
export const openInWebConsole: Command = async (services, argument) => {
  const id = await folderIdFor(services, argument, "Open in Web Console");
  if (id === undefined) return;
  const link = webConsoleLink(webConsoleFolderUrl(), id);
  if ("problem" in link) throw new UserError(`The setting ozInspector.webConsole.folderUrl ${link.problem}.`);
  await openInBrowser(link);
};
