import type { Folders } from "../../folders/folders";
import type { OzFolder } from "../../oz/model/folder";
import { compareUrgency } from "../../status/effectiveStatus";
import type { RowIcon } from "../tree/treeNode";

/** A watched folder, and what is known of it. */
export interface Watched {
  readonly id: string;
  /** Undefined as long as it was not read, and when it is gone. */
  readonly folder: OzFolder | undefined;
  /** Whether the server knows it no more. */
  readonly isGone: boolean;
}

/** What is said of a watched folder of which nothing is known. */
export function unknownInWords({ isGone }: Pick<Watched, "isGone">): string {
  return isGone ? "no longer on the server" : "not read yet";
}

/** The icon of a watched folder of which nothing is known. */
export function unknownIcon({ isGone }: Pick<Watched, "isGone">): RowIcon {
  return isGone ? "circle-slash" : "eye";
}

/** Where watched folders are known from. */
export type WatchedFolders = Pick<Folders, "watches" | "store">;

/** @returns what is known of a watched folder */
export function watchedFolder({ watches, store }: WatchedFolders, id: string): Watched {
  return { id, folder: store.current.get(id), isGone: watches.isGone(id) };
}

/** Calls back when other folders are watched, or something is known of a watched one that was not before. */
export function onDidChangeWatched(
  { watches, store }: WatchedFolders,
  callback: () => void,
): readonly { dispose(): void }[] {
  return [
    watches.onDidChange(callback),
    store.onDidChange(({ added, changed, removed }) => {
      if ([...added, ...changed, ...removed].some((id) => watches.has(id))) callback();
    }),
  ];
}

/** @returns the watched folders, the most urgent first; those that were not read come last */
export function watchedByUrgency(folders: WatchedFolders): readonly Watched[] {
  return folders.watches.ids
    .map((id) => watchedFolder(folders, id))
    .sort((a, b) => {
      if (!a.folder || !b.folder) return Number(!a.folder) - Number(!b.folder);
      return compareUrgency(a.folder.resolution, b.folder.resolution);
    });
}
