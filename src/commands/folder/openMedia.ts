import { window } from "vscode";
import { hostInWords } from "../../oz/http/hostInWords";
import type { Command } from "../services";
import { targetOfRow } from "../target/findTarget";
import { requireConnection } from "../target/requireConnection";
import { UserError } from "../userError";
import { openInBrowser } from "./openInBrowser";

const OPEN = "Open";

/**
 * Opens a file of a folder in the browser, after the user said yes to the host.
 * @param argument its row
 */
export const openMedia: Command = async (services, argument) => {
  requireConnection(services);
  const target = targetOfRow(argument);
  const link = target?.kind === "file" ? target.medium.link : undefined;
  if (!link) throw new UserError("Choose a file that has a link, below the media of a folder.");
  const { baseUrl } = await services.connections.client();
  const detail =
    "It may show a person or a document: that is personal data. The browser gets the link only, no token." +
    (new URL(baseUrl).host === link.host
      ? ""
      : ` The host is not the one of the server that you are signed in to, ${hostInWords(baseUrl)}.`);
  const question = `Open a file from ${hostInWords(link.href)} in the browser?`;
  if ((await window.showWarningMessage(question, { modal: true, detail }, OPEN)) === OPEN)
    await openInBrowser(link);
};
