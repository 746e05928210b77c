import * as l10n from "@vscode/l10n";
import { Uri, window } from "vscode";
import { MAX_NAME } from "../../base/limits";
import { plainText } from "../../base/plainText";
import type { SavedConnection } from "../../connections/savedConnection";
import { EXTENSION } from "../../ids";
import { hostInWords } from "../../oz/http/hostInWords";
import { readId } from "../../oz/model/id";
import { connectionInWords, withMark } from "../../views/text/connectionText";
import { UserError, type Command } from "../command";
import { requireConnection } from "../target/findTarget";
import { lookUpById } from "./lookUpFolder";

/** The parts of a link's URI. */
export interface LinkParts {
  readonly authority: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

/** @returns a link that opens a folder in VS Code; it names no server: the current connection is asked */
export function folderLink(scheme: string, extensionId: string, folderId: string): string {
  return `${scheme}://${extensionId}/folder/${folderId}`;
}

/** @returns the ID in a link of `folderLink`; undefined for any other URI */
export function readFolderLink(
  { authority, path, query, fragment }: LinkParts,
  extensionId: string,
): string | undefined {
  const [, id = ""] = /^\/folder\/([\da-fA-F-]{32,36})$/.exec(path) ?? [];
  const isOurs = authority.toLowerCase() === extensionId.toLowerCase() && query + fragment === "";
  return isOurs ? readId(id) : undefined;
}

/**
 * Shows the folder of a link, once the user has confirmed: any web page may open a link.
 * @param argument the link
 */
export const openLink: Command = async (services, argument) => {
  const id = argument instanceof Uri ? readFolderLink(argument, EXTENSION) : undefined;
  if (id === undefined) throw new UserError(l10n.t("Not an Oz Inspector link. Links end in /folder/<id>."));
  requireConnection(services);
  const saved = services.connections.current?.saved;
  const question = l10n.t("Look up folder {0} on {1}?", id, saved ? inWords(saved) : "");
  const lookUp = l10n.t("Look Up");
  if ((await window.showInformationMessage(question, { modal: true }, lookUp)) === lookUp)
    await lookUpById(services, id);
};

/** The connection's mark, name and host, or only the mark and the host while that is the name. */
function inWords(saved: SavedConnection): string {
  const name = connectionInWords(saved);
  if (saved.kind === "sandbox") return name;
  const host = hostInWords(saved.baseUrl);
  // Not by its name, which is cut: the end of a host tells whose it is.
  const isNamedByHost = plainText(saved.name, MAX_NAME) === new URL(saved.baseUrl).host;
  return isNamedByHost ? withMark(saved, host) : `${name}, ${host}`;
}
