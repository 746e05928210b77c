import * as l10n from "@vscode/l10n";
import { window } from "vscode";
import { textMember } from "../../base/readJson";
import type { MetaDataQuery } from "../../folders/search/findByMetaData";
import { OzError } from "../../oz/http/ozError";
import { shortId } from "../../oz/model/id";
import { lookUpKeys } from "../../settings";
import type { Command, Services } from "../command";
import { askLookUp, asWritten, parseId } from "../target/askId";
import { findById, loadFolder, requireConnection, type FoundTarget } from "../target/findTarget";
import type { IdItem } from "../target/idItems";
import { foundInWords, lookUpMetaData } from "./lookUpMetaData";
import { revealTarget } from "./revealFolder";

const NOT_FOUND = 404;

const title = (): string => l10n.t("Look Up Folder or Analysis");

/**
 * Shows a folder or an analysis in the tree, loading it if necessary, and says how it was found.
 * @param argument its ID, or an object with a `key` and the `value` that its metadata have; for anything else, the user
 * is asked
 */
export const lookUpFolder: Command = async (services, argument) => {
  requireConnection(services);
  const { id, text, query } = wantedBy(argument) ?? (await askLookUp(services, title())) ?? {};
  if (query) await showMatch(services, query);
  if (id === undefined) return;
  try {
    await lookUpById(services, id);
  } catch (error) {
    const keys = lookUpKeys();
    if (!isMissing(error) || keys.length === 0) throw error;
    await showMatch(services, { keys, value: text ?? id }, id);
  }
};

/**
 * Shows the folder or the analysis with an ID.
 * @param id as `parseId` returns it
 * @throws OzError if the server has neither, or cannot be read
 */
export async function lookUpById(services: Services, id: string): Promise<void> {
  const target = await findById(services, id);
  const { folderId } = target;
  const words =
    id === folderId
      ? l10n.t("{0} is a folder", shortId(id))
      : l10n.t("{0} is an analysis of folder {1}", shortId(id), shortId(folderId));
  await show(services, target, id, words);
}

/** @param id the value, if it is none of a folder or an analysis */
async function showMatch(services: Services, query: MetaDataQuery, id?: string): Promise<void> {
  const match = await lookUpMetaData(services, title(), query, id);
  if (!match) return;
  const folderId = match.folder.id;
  await show(services, { kind: "folder", folderId }, folderId, foundInWords(match));
}

/**
 * @param id to offer next time
 * @param words for the status bar
 */
async function show(
  services: Services,
  { reply, ...target }: FoundTarget,
  id: string,
  words: string,
): Promise<void> {
  const { connections, folders, list } = services;
  const { folderId } = target;
  if (reply === undefined && folders.store.current.get(folderId)) {
    // Shown at once as loaded; the view says so if refreshing it fails.
    list.showProgress(folders.reader.readFolder(folderId)).catch(() => undefined);
  } else await loadFolder(services, folderId);
  const { shown } = connections.keys;
  if (shown !== undefined) folders.recentLookUps.put(shown, id);
  window.setStatusBarMessage(words, 5000);
  await revealTarget(services, target);
}

/** VS Code passes the selected row to the button in the view's title, but the user looks for something else. */
function wantedBy(argument: unknown): Pick<IdItem, "id" | "text" | "query"> | undefined {
  if (typeof argument === "string") {
    const id = parseId(argument);
    return { id, text: asWritten(argument, id) };
  }
  const [key, value] = [textMember(argument, "key"), textMember(argument, "value")];
  return key !== undefined && value !== undefined ? { query: { keys: [key], value } } : undefined;
}

/** Without a status nothing was sent, as for an access token. */
function isMissing(error: unknown): boolean {
  return error instanceof OzError && error.reason === "notFound" && error.status === NOT_FOUND;
}
