import { Uri, window } from "vscode";
import { plainText } from "../../base/plainText";
import type { SavedConnection } from "../../connections/savedConnection";
import { hostInWords } from "../../oz/http/hostInWords";
import type { Command } from "../services";
import { requireConnection } from "../target/requireConnection";
import { UserError } from "../userError";
import { readFolderLink } from "./folderLink";
import { lookUpFolder } from "./lookUpFolder";

const LOOK_UP = "Look Up";

/**
 * Shows the folder that a link names, if the user agrees: a link may come from any web page.
 * @param argument the link
 */
export const openLink: Command = async (services, argument) => {
  const id = argument instanceof Uri ? readFolderLink(argument, services.extensionId) : undefined;
  if (id === undefined) throw new UserError("Not an Oz Inspector link. Links end in /folder/<id>.");
  requireConnection(services);
  const saved = services.connections.current?.saved;
  const question = `Look up folder ${id} on ${saved ? inWords(saved) : ""}?`;
  if ((await window.showInformationMessage(question, { modal: true }, LOOK_UP)) === LOOK_UP)
    await lookUpFolder(services, id);
};

/** The name that the user gave it, and the host that is asked; the name is the host until the user gives another. */
function inWords(saved: SavedConnection): string {
  const name = plainText(saved.name, 60);
  if (saved.kind === "sandbox") return name;
  const host = hostInWords(saved.baseUrl);
  return name === new URL(saved.baseUrl).host ? host : `${name}, ${host}`;
}
