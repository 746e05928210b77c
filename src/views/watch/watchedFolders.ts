import * as l10n from "@vscode/l10n";
import type { Folders } from "../../folders/folders";
import type { Failure } from "../../folders/store/serverHealth";
import type { OzFolder } from "../../oz/model/folder";
import { compareUrgency, hasEnded } from "../../status/effectiveStatus";

/** A watched folder, as far as it is known. */
export interface Watched {
  readonly id: string;
  /** Undefined until it is read, and if it is gone. */
  readonly folder: OzFolder | undefined;
  /** Whether the server no longer has it. */
  readonly isGone: boolean;
  /** Why it cannot be read; undefined while it can, and if nothing new is expected because it has ended or is gone. */
  readonly failure: Failure | undefined;
}

/** @returns what is said of a folder that the server no longer has */
export function goneInWords(): string {
  return l10n.t({ message: "no longer on the server", comment: "What is said of a folder beside its name" });
}

export type WatchedFolders = Pick<Folders, "watches" | "store" | "health">;

export function watchedFolder({ watches, store, health }: WatchedFolders, id: string): Watched {
  const folder = store.current.get(id);
  const isGone = watches.isGone(id);
  const isAtRest = isGone || (folder && hasEnded(folder.resolution));
  return { id, folder, isGone, failure: isAtRest ? undefined : health.failureOf(id) };
}

/** Calls back when a folder is watched or unwatched, and when a watched folder changes or begins or ceases to fail. */
export function onDidChangeWatched(
  { watches, store, health }: WatchedFolders,
  callback: () => void,
): readonly { dispose(): void }[] {
  const failuresNow = (): readonly unknown[] => watches.ids.map((id) => health.whyOutdated(id));
  let failures = failuresNow();
  return [
    watches.onDidChange(callback),
    health.onDidChange(() => {
      const before = failures;
      failures = failuresNow();
      if (failures.some((failure, index) => failure !== before[index])) callback();
    }),
    store.onDidChange(({ added, changed, removed, gone }) => {
      if ([...added, ...changed, ...removed, ...gone].some((id) => watches.has(id))) callback();
    }),
  ];
}

/** @returns the watched folders, the most urgent first, unread ones last */
export function watchedByUrgency(folders: WatchedFolders): readonly Watched[] {
  return folders.watches.ids
    .map((id) => watchedFolder(folders, id))
    .sort((a, b) => {
      if (!a.folder || !b.folder) return Number(!a.folder) - Number(!b.folder);
      return compareUrgency(a.folder.resolution, b.folder.resolution);
    });
}
