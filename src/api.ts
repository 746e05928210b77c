import { EventEmitter, type Event } from "vscode";
import type { FolderStore } from "./folders/folderStore";
import { readId } from "./oz/id";
import { resolveFolder, toPublic, type PublicResolution } from "./status";

export type { PublicResolution as FolderResolution } from "./status";

/** What a folder came to. */
export interface FolderChange {
  readonly id: string;
  /** Undefined when the server has the folder no more, or the user left the server. */
  readonly resolution: PublicResolution | undefined;
}

/** What `activate` returns: see docs/api.md. There is no secret in it, and no way to one. */
export interface OzInspectorApi {
  readonly apiVersion: 1;
  /** Resolves a folder as Oz API sends it. Any value will do: it never throws. */
  resolveFolder(json: unknown): PublicResolution;
  /** Fires for folders that the extension knows. */
  readonly onDidChangeFolder: Event<FolderChange>;
  /** @returns the resolution of a folder that the extension knows; it asks no server */
  getFolder(id: string): PublicResolution | undefined;
}

/** @param disposables where what has to end with the extension is put */
export function createApi(store: FolderStore, disposables: { dispose(): unknown }[]): OzInspectorApi {
  const changes = new EventEmitter<FolderChange>();
  const getFolder = (id: string): PublicResolution | undefined => {
    const folder = store.get(readId(id) ?? "");
    return folder && toPublic(folder.resolution);
  };
  const listener = store.onDidChange(({ added, changed, removed }) => {
    for (const id of [...added, ...changed, ...removed]) changes.fire({ id, resolution: getFolder(id) });
  });
  disposables.push(changes, listener);
  return {
    apiVersion: 1,
    resolveFolder: (json) => toPublic(resolveFolder(json)),
    onDidChangeFolder: changes.event,
    getFolder,
  };
}
