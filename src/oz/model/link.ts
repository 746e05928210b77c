import * as l10n from "@vscode/l10n";
import { MAX_LINK_LENGTH } from "../../base/limits";
/** A URL without user name, password, spaces and invisible characters. */
const LINK = /^https?:\/\/[^\s\p{C}\\/?#@]+(?:[/?#][^\s\p{C}\\]*)?$/iu;

/** The setting with the template. */
const SETTING = "ozInspector.webConsole.folderUrl";

/** The place of the folder ID in the template. */
const PLACEHOLDER = "{folder_id}";

/**
 * Checks a URL from a server or a setting before it is opened in a browser.
 * @returns undefined unless it is http or https, without user name, password, spaces or invisible characters
 */
export function readLink(text: string): URL | undefined {
  if (text.length > MAX_LINK_LENGTH || !LINK.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  // DNS allows no longer host. Its end tells who owns it, so it must fit on screen.
  return url.hostname.length <= 253 ? url : undefined;
}

/**
 * Creates the URL of a folder in the web console, whose address Oz API does not tell.
 * @param template the setting, a URL that contains `{folder_id}`
 * @param folderId replaces the placeholder
 * @returns the URL, or what is wrong with the template, in one sentence for the user
 */
export function webConsoleLink(template: string, folderId: string): URL | { readonly problem: string } {
  if (template.trim() === "")
    return {
      problem: l10n.t("The setting {0} is empty. Set it to a URL that contains {1}.", SETTING, PLACEHOLDER),
    };
  if (!template.includes(PLACEHOLDER))
    return {
      problem: l10n.t("The setting {0} must contain {1}, the place of the folder ID.", SETTING, PLACEHOLDER),
    };
  const link = readLink(template.trim().replaceAll(PLACEHOLDER, encodeURIComponent(folderId)));
  return (
    link ?? {
      problem: l10n.t(
        "The setting {0} must begin with https:// or http:// and have no user name, password or spaces.",
        SETTING,
      ),
    }
  );
}
