import { env } from "vscode";
import { shortId } from "../../oz/model/id";
import { folderLink } from "../folder/folderLink";
import type { Command } from "../services";
import { findTarget } from "../target/findTarget";
import { copyText } from "./copyText";

/**
 * Copies an address that opens a folder in VS Code.
 * @param argument see `findTarget`
 */
export const copyLink: Command = async (services, argument) => {
  const target = await findTarget(services, argument, "Copy Link");
  if (!target) return;
  const link = folderLink(env.uriScheme, services.extensionId, target.folderId);
  await copyText(link, `a link to folder ${shortId(target.folderId)}`);
};
