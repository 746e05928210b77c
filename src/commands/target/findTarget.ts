import { Uri } from "vscode";
import { findLoaded } from "../../folders/search/findLoaded";
import { readExplanationUri, readJsonUri, type JsonIdentity } from "../../views/documentUri";
import type { Target } from "../../views/tree/treeNode";
import { TreeNode } from "../../views/tree/treeNode";
import type { Services } from "../services";
import { UserError } from "../userError";
import { askId, parseId } from "./askId";
import { requireConnection } from "./requireConnection";

/** A target, with the reply behind its folder if the server had to be asked. */
export type FoundTarget = Target & { readonly text?: string | undefined };

/**
 * Finds what a command is meant for. A row or a document names its folder, so the server is not asked.
 * @param argument a row, the address of one of our documents, or the ID of a folder or an analysis; anything else counts
 * as nothing, and the user is asked for an ID
 * @param title of the question
 * @returns undefined if the user gave no ID
 * @throws UserError while nobody is signed in, for a text that is no ID, and for a document of another connection
 * @throws OzError if the server has no such ID, or cannot be read
 */
export async function findTarget(
  services: Services,
  argument: unknown,
  title: string,
): Promise<FoundTarget | undefined> {
  requireConnection(services);
  const known = targetOfRow(argument) ?? targetOfDocument(services, argument);
  if (known) return known;
  const id = typeof argument === "string" ? parseId(argument) : await askId(services, title);
  return id === undefined ? undefined : findById(services, id);
}

/** @returns what a row stands for; undefined for anything but a row, and for one that stands for no folder */
export function targetOfRow(argument: unknown): Target | undefined {
  return argument instanceof TreeNode ? argument.target : undefined;
}

/**
 * Finds out whether an ID is of a folder or of an analysis. The server is asked only if that is not known.
 * @param id as `parseId` gives it
 * @throws OzError if the server has neither, or cannot be read
 */
export async function findById({ folders, views }: Services, id: string): Promise<FoundTarget> {
  // Only folders are watched. One may be gone from the server, and can still be let go.
  if (folders.watches.has(id)) return { kind: "folder", folderId: id };
  const loaded = targetOfLoaded(folders, id);
  if (loaded) return loaded;
  const { folder, text } = await views.list.showProgress(folders.reader.findFolder(id));
  return { ...(targetOfLoaded(folders, id) ?? { kind: "folder", folderId: folder.id }), text };
}

function targetOfLoaded({ store }: Services["folders"], id: string): Target | undefined {
  const match = findLoaded(store, id);
  return match && targetOf({ folderId: match.folder.id, analysisId: match.analysis?.id });
}

/** @throws UserError for a document of a connection that is not shown */
function targetOfDocument({ views }: Services, argument: unknown): Target | undefined {
  if (!(argument instanceof Uri)) return undefined;
  const identity = readJsonUri(argument) ?? readExplanationUri(argument);
  if (!identity) return undefined;
  const refusal = views.documents.json.refusal(identity);
  if (refusal !== undefined) throw new UserError(refusal);
  return targetOf(identity);
}

function targetOf({ folderId, analysisId }: JsonIdentity): Target {
  return analysisId === undefined ? { kind: "folder", folderId } : { kind: "analysis", folderId, analysisId };
}
