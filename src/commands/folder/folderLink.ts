import { readId } from "../../oz/model/id";

/** The parts of an address that VS Code was asked to open. */
export interface LinkParts {
  readonly authority: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

/** @returns the address that opens a folder in VS Code; it names no server, so the one that is shown is asked */
export function folderLink(scheme: string, extensionId: string, folderId: string): string {
  return `${scheme}://${extensionId}/folder/${folderId}`;
}

/** @returns the id in an address that `folderLink` made; undefined for one with anything less or more in it */
export function readFolderLink(
  { authority, path, query, fragment }: LinkParts,
  extensionId: string,
): string | undefined {
  const [, id = ""] = /^\/folder\/([\da-fA-F-]{32,36})$/.exec(path) ?? [];
  const isOurs = authority.toLowerCase() === extensionId.toLowerCase() && query + fragment === "";
  return isOurs ? readId(id) : undefined;
}
