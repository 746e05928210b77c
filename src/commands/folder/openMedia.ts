import { window } from "vscode";
import { hostInWords } from "../../oz/http/hostInWords";
import { MediumNode } from "../../views/tree/mediumNode";
import type { Command } from "../services";
import { UserError } from "../userError";
import { openInBrowser } from "./openInBrowser";

const OPEN = "Open";

/**
 * Opens a file of a folder in the browser, after the user said yes to the host.
 * @param argument its row
 */
export const openMedia: Command = async ({ connections }, argument) => {
  const link = argument instanceof MediumNode ? argument.medium.link : undefined;
  if (!link) throw new UserError("Choose a file that has a link, below the media of a folder.");
  const { baseUrl } = await connections.client();
  const detail =
    "It may show a person or a document: that is personal data. The browser gets the link only, no token." +
    (new URL(baseUrl).host === link.host
      ? ""
      : ` The host is not the one of the server that you are signed in to, ${hostInWords(baseUrl)}.`);
  const question = `Open a file from ${hostInWords(link.href)} in the browser?`;
  if ((await window.showWarningMessage(question, { modal: true, detail }, OPEN)) === OPEN)
    await openInBrowser(link);
};
