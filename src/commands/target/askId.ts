import { readId } from "../../oz/model/id";
import { FolderNode } from "../../views/tree/folderNode";
import { WatchedNode } from "../../views/watch/watchedNode";
import { askText } from "../prompts/askText";
import type { Services } from "../services";
import { UserError } from "../userError";

/**
 * @returns the id in lower case with dashes
 * @throws UserError for a text that is no id
 */
export function parseId(text: string): string {
  const id = readId(text);
  if (id === undefined)
    throw new UserError("That is not an id; one looks like 7e7e7e7e-0000-4000-8000-000000000001.");
  return id;
}

/** @throws UserError while there is no server to ask, or nobody is signed in to it */
export function requireConnection({ connections }: Services): void {
  const { current } = connections;
  if (!current) throw new UserError("Sign in to a server or open the sandbox first.");
  if (!current.signedIn) throw new UserError(`Sign in to ${current.saved.name} first.`);
}

/**
 * Finds out which folder a command is meant for.
 * @param argument a row of the tree, or an id; anything else is asked for
 * @returns the folder's id; undefined when the user gave none
 */
export async function folderIdFor(
  services: Services,
  argument: unknown,
  title: string,
): Promise<string | undefined> {
  requireConnection(services);
  const id = folderIdOf(argument);
  if (id !== undefined) return id;
  if (typeof argument === "string") return parseId(argument);
  const selected = services.views.list.selectedNode;
  return askText({
    title,
    prompt: "Id of the folder",
    placeholder: "7e7e7e7e-0000-4000-8000-000000000001",
    value: folderIdOf(selected) ?? services.folders.watches.ids.at(-1),
    accept: parseId,
  });
}

/** Every row but a watched one stands somewhere below that of its folder. */
function folderIdOf(node: unknown): string | undefined {
  if (node instanceof WatchedNode) return node.folderId;
  if (node instanceof FolderNode) return node.folder.id;
  return typeof node === "object" && node !== null && "parent" in node ? folderIdOf(node.parent) : undefined;
}
