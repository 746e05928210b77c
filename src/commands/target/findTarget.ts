import * as l10n from "@vscode/l10n";
import { Uri } from "vscode";
import type { CurrentConnection } from "../../connections/activeConnection";
import { findLoaded } from "../../folders/search/findLoaded";
import type { OzFolder } from "../../oz/model/folder";
import { readExplanationUri, readJsonUri, type JsonIdentity } from "../../views/documentUri";
import { connectionInWords } from "../../views/text/connectionText";
import { TreeNode, type Target } from "../../views/tree/treeNode";
import { UserError, type Services } from "../command";
import { askId, parseId, selectedAndWatched } from "./askId";

/** A target, with the server's reply for its folder if the server had to be asked. */
export type FoundTarget = Target & { readonly reply?: string | undefined };

/**
 * Resolves a command's argument to its target. A row and a document name their folder, so the server is not asked.
 * @param argument a row, the URI of one of our documents, or the ID of a folder or an analysis; for anything else,
 * the user is asked
 * @param title of the question
 * @param ask asks for an ID
 * @returns undefined if cancelled
 * @throws UserError if signed out, for a text that is not an ID, and for a document of another connection
 * @throws OzError if the server does not know the ID, or cannot be read
 */
export async function findTarget(
  services: Services,
  argument: unknown,
  title: string,
  ask = askAny,
): Promise<FoundTarget | undefined> {
  requireConnection(services);
  const known = targetOfRow(argument) ?? targetOfDocument(services, argument);
  if (known) return known;
  const id = typeof argument === "string" ? parseId(argument) : await ask(services, title);
  return id === undefined ? undefined : findById(services, id);
}

function askAny(services: Services, title: string): Promise<string | undefined> {
  return askId(services, title, selectedAndWatched(services));
}

/**
 * @returns the shown connection
 * @throws UserError if there is no connection, or it is signed out
 */
export function requireConnection({ connections }: Pick<Services, "connections">): CurrentConnection {
  const { current } = connections;
  if (!current) throw new UserError(l10n.t("Sign in to a server or open the sandbox first."));
  if (!current.signedIn)
    throw new UserError(l10n.t("Sign in to {0} first.", connectionInWords(current.saved)));
  return current;
}

/** @returns the target of a row; undefined for anything else, and for a row without a folder */
export function targetOfRow(argument: unknown): Target | undefined {
  return argument instanceof TreeNode ? argument.target : undefined;
}

/**
 * Finds the folder or the analysis with an ID. The server is asked only if neither is loaded.
 * @param id as `parseId` returns it
 * @throws OzError if the server has neither, or cannot be read
 */
export async function findById({ folders, list }: Services, id: string): Promise<FoundTarget> {
  // Only folders are watched. One that is gone from the server can still be unwatched.
  if (folders.watches.has(id)) return { kind: "folder", folderId: id };
  const loaded = targetOfLoaded(folders, id);
  if (loaded) return loaded;
  const { folder, text } = await list.showProgress(folders.reader.findFolder(id));
  return { ...(targetOfLoaded(folders, id) ?? { kind: "folder", folderId: folder.id }), reply: text };
}

/**
 * @returns the folder as loaded, or as read now: a watched folder need not be loaded
 * @throws OzError if it is gone from the server, or cannot be read
 */
export async function loadFolder({ folders, list }: Services, folderId: string): Promise<OzFolder> {
  const loaded = folders.store.current.get(folderId);
  return loaded ?? (await list.showProgress(folders.reader.readFolder(folderId))).folder;
}

function targetOfLoaded({ store }: Services["folders"], id: string): Target | undefined {
  const match = findLoaded(store, id);
  return match && targetOf({ folderId: match.folder.id, analysisId: match.analysis?.id });
}

/** @throws UserError for a document of another connection */
function targetOfDocument({ documents }: Services, argument: unknown): Target | undefined {
  if (!(argument instanceof Uri)) return undefined;
  const identity = readJsonUri(argument) ?? readExplanationUri(argument);
  if (!identity) return undefined;
  const refusal = documents.json.refusal(identity);
  if (refusal !== undefined) throw new UserError(refusal);
  return targetOf(identity);
}

function targetOf({ folderId, analysisId }: JsonIdentity): Target {
  return analysisId === undefined ? { kind: "folder", folderId } : { kind: "analysis", folderId, analysisId };
}
