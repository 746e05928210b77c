import { EventEmitter, type Event } from "vscode";
import type { Clock } from "./base/clock";
import type { FolderStore } from "./folders/store/folderStore";
import { readId } from "./oz/model/id";
import { findingsAt } from "./status/processingTime";
import { toPublic, type PublicResolution } from "./status/publicResolution";
import { resolveAnything } from "./status/publicResolution";

export type { PublicResolution as FolderResolution } from "./status/publicResolution";

/** What a folder came to. */
export interface FolderChange {
  readonly id: string;
  /** Undefined when the server has the folder no more, or the user left the server. */
  readonly resolution: PublicResolution | undefined;
}

/** What `activate` returns: see docs/api.md. There is no secret in it, and no way to one. */
export interface OzInspectorApi {
  readonly apiVersion: 1;
  /** Resolves a folder as Oz API sends it. Never throws, whatever it is given: what cannot be read counts as missing. */
  resolveFolder(json: unknown): PublicResolution;
  /** Fires for folders that the extension knows. */
  readonly onDidChangeFolder: Event<FolderChange>;
  /** @returns the resolution of a folder that the extension knows, else undefined; it asks no server. Never throws. */
  getFolder(id: string): PublicResolution | undefined;
}

/**
 * @param processingLimit milliseconds that processing may take, as the user has set it; 0 for no limit
 * @param disposables where what has to end with the extension is put
 */
export function createApi(
  store: FolderStore,
  clock: Clock,
  processingLimit: () => number,
  disposables: { dispose(): unknown }[],
): OzInspectorApi {
  const changes = new EventEmitter<FolderChange>();
  // Other extensions may be written in JavaScript, and hand over anything for an id.
  const getFolder = (id: unknown): PublicResolution | undefined => {
    const folder = typeof id === "string" ? store.current.get(readId(id) ?? "") : undefined;
    if (!folder) return undefined;
    const { resolution } = folder;
    return toPublic(resolution, findingsAt(resolution, clock.now(), processingLimit()));
  };
  const listener = store.onDidChange(({ added, changed, removed }) => {
    for (const id of [...added, ...changed, ...removed]) changes.fire({ id, resolution: getFolder(id) });
  });
  disposables.push(changes, listener);
  return {
    apiVersion: 1,
    resolveFolder: resolveAnything,
    onDidChangeFolder: changes.event,
    getFolder,
  };
}
