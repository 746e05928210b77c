import { Uri, window } from "vscode";
import { plainText } from "../status/plainText";
import { requireConnection } from "./askId";
import { readFolderLink } from "./folderLink";
import { lookUpFolder } from "./lookUpFolder";
import type { Command } from "./services";
import { UserError } from "./userError";

const LOOK_UP = "Look Up";

/**
 * Shows the folder that a link names, if the user agrees: a link may come from any web page.
 * @param argument the link
 */
export const openLink: Command = async (services, argument) => {
  const id = argument instanceof Uri ? readFolderLink(argument, services.extensionId) : undefined;
  if (id === undefined)
    throw new UserError("That link opens nothing here: one of Oz Inspector ends in /folder/ and an id.");
  requireConnection(services);
  const name = plainText(services.connections.current?.saved.name ?? "", 60);
  const question = `Look up folder ${id} on ${name}?`;
  if ((await window.showInformationMessage(question, { modal: true }, LOOK_UP)) === LOOK_UP)
    await lookUpFolder(services, id);
};
