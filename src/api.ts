import type MarkdownIt from "markdown-it";
import { EventEmitter, type Event } from "vscode";
import { freezeDeep } from "./base/freezeDeep";
import type { FolderStore } from "./folders/store/folderStore";
import { readId } from "./oz/model/id";
import { findingsAt, type TimeLimits } from "./status/processingTime";
import { resolveAnything, toPublic, type PublicResolution } from "./status/publicResolution";

export type { PublicResolution as FolderResolution } from "./status/publicResolution";

/** A folder that has changed. Frozen, because all listeners get the same object. */
export interface FolderChange {
  readonly id: string;
  /** Undefined if the server no longer has the folder, or its connection is no longer shown. */
  readonly resolution: PublicResolution | undefined;
}

/** What `activate` returns: see docs/api.md. It gives no access to secrets, and no caller can change it for the others. */
export interface OzInspectorApi {
  readonly apiVersion: 1;
  /** Resolves a folder as Oz API sends it. Never throws: what cannot be read counts as missing. */
  resolveFolder(json: unknown): PublicResolution;
  /** Fires for folders that are loaded. */
  readonly onDidChangeFolder: Event<FolderChange>;
  /** @returns the resolution of a loaded folder, else undefined. Sends nothing, never throws. */
  getFolder(id: string): PublicResolution | undefined;
  /** VS Code's Markdown preview calls it once, with its parser. */
  extendMarkdownIt(markdown: MarkdownIt): MarkdownIt;
}

/** What the API passes on from the views. */
export interface ApiParts {
  /** What the time of a running folder is compared with now. */
  readonly timeLimits: () => TimeLimits;
  readonly extendMarkdownIt: OzInspectorApi["extendMarkdownIt"];
}

/**
 * @param disposables receives what must be disposed of with the extension
 */
export function createApi(
  store: FolderStore,
  { timeLimits, extendMarkdownIt }: ApiParts,
  disposables: { dispose(): unknown }[],
): OzInspectorApi {
  const changes = new EventEmitter<FolderChange>();
  // Other extensions may be written in JavaScript, and pass anything as an ID.
  const getFolder = (id: unknown): PublicResolution | undefined => {
    const folder = typeof id === "string" ? store.current.get(readId(id) ?? "") : undefined;
    if (!folder) return undefined;
    const { resolution } = folder;
    return toPublic(resolution, findingsAt(resolution, timeLimits()));
  };
  const listener = store.onDidChange(({ added, changed, removed }) => {
    for (const id of [...added, ...changed, ...removed])
      changes.fire(freezeDeep({ id, resolution: getFolder(id) }));
  });
  disposables.push(changes, listener);
  return freezeDeep({
    apiVersion: 1,
    resolveFolder: resolveAnything,
    onDidChangeFolder: changes.event,
    getFolder,
    extendMarkdownIt,
  });
}
