import type { Folders } from "../../folders/folders";
import type { OzFolder } from "../../oz/model/folder";
import { compareUrgency } from "../../status/effectiveStatus";
import type { RowIcon } from "../tree/treeNode";

/** A watched folder, as far as it is known. */
export interface Watched {
  readonly id: string;
  /** Undefined until it is read, and if it is gone. */
  readonly folder: OzFolder | undefined;
  /** Whether the server no longer has it. */
  readonly isGone: boolean;
}

/** What is said of a folder that the server no longer has. */
export const GONE = "no longer on the server";

/** @returns why nothing is known about a watched folder */
export function unknownInWords({ isGone }: Pick<Watched, "isGone">): string {
  return isGone ? GONE : "not loaded yet";
}

/** @returns the icon of a watched folder about which nothing is known */
export function unknownIcon({ isGone }: Pick<Watched, "isGone">): RowIcon {
  return isGone ? "circle-slash" : "eye";
}

export type WatchedFolders = Pick<Folders, "watches" | "store">;

export function watchedFolder({ watches, store }: WatchedFolders, id: string): Watched {
  return { id, folder: store.current.get(id), isGone: watches.isGone(id) };
}

/** Calls back when a folder is watched or unwatched, and when a watched folder changes. */
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

/** @returns the watched folders, the most urgent first, unread ones last */
export function watchedByUrgency(folders: WatchedFolders): readonly Watched[] {
  return folders.watches.ids
    .map((id) => watchedFolder(folders, id))
    .sort((a, b) => {
      if (!a.folder || !b.folder) return Number(!a.folder) - Number(!b.folder);
      return compareUrgency(a.folder.resolution, b.folder.resolution);
    });
}
