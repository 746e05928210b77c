import { env } from "vscode";
import { shortId } from "../../oz/model/id";
import { folderLink } from "../folder/folderLink";
import type { Command } from "../services";
import { folderIdFor } from "../target/askId";
import { copyText } from "./copyText";

/**
 * Copies an address that opens a folder in VS Code.
 * @param argument a row of the tree, or a folder's id; asked for when missing
 */
export const copyLink: Command = async (services, argument) => {
  const id = await folderIdFor(services, argument, "Copy Link");
  if (id === undefined) return;
  const link = folderLink(env.uriScheme, services.extensionId, id);
  await copyText(link, `a link to folder ${shortId(id)}`);
};
