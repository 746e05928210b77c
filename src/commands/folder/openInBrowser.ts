import * as l10n from "@vscode/l10n";
import { window } from "vscode";
import { hostInWords } from "../../oz/http/hostInWords";
import { webConsoleLink } from "../../oz/model/link";
import { webConsoleFolderUrl } from "../../settings";
import { UserError, type Command } from "../command";
import { openUrl } from "../openUrl";
import { findTarget, requireConnection, targetOfRow } from "../target/findTarget";

/**
 * Opens a folder in the web console, by the URL in the settings.
 * @param argument see `findTarget`
 */
export const openInWebConsole: Command = async (services, argument) => {
  const target = await findTarget(services, argument, l10n.t("Open in Web Console"));
  if (!target) return;
  const link = webConsoleLink(webConsoleFolderUrl(), target.folderId);
  if ("problem" in link) throw new UserError(link.problem);
  await openUrl(link);
};

/**
 * Opens a file of a folder in the browser, once the user has confirmed the host.
 * @param argument its row
 */
export const openMedia: Command = async (services, argument) => {
  requireConnection(services);
  const target = targetOfRow(argument);
  const link = target?.kind === "file" ? target.medium.link : undefined;
  if (!link) throw new UserError(l10n.t("Choose a file that has a link, below the media of a folder."));
  const { baseUrl } = await services.connections.client();
  const detail = [
    l10n.t(
      "It may show a person or a document, which is personal data. The browser gets only the link, no token.",
    ),
    ...(new URL(baseUrl).host === link.host
      ? []
      : [l10n.t("This is not the host of the server that you are signed in to, {0}.", hostInWords(baseUrl))]),
  ].join(" ");
  const question = l10n.t("Open a file from {0} in the browser?", hostInWords(link.href));
  const open = l10n.t({ message: "Open", comment: "A button, after “Open a file … in the browser?”" });
  if ((await window.showWarningMessage(question, { modal: true, detail }, open)) === open)
    await openUrl(link);
};
