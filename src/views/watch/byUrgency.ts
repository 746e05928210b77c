import type { Folders } from "../../folders/folders";
import type { OzFolder } from "../../oz/folder";
import { compareUrgency } from "../../status/urgency";

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
export function unknownIcon({ isGone }: Pick<Watched, "isGone">): string {
  return isGone ? "circle-slash" : "eye";
}

/** @returns the watched folders, the most urgent first; those that were not read come last */
export function watchedByUrgency({ watches, store }: Pick<Folders, "watches" | "store">): readonly Watched[] {
  return watches.ids
    .map((id) => ({ id, folder: store.get(id), isGone: watches.isGone(id) }))
    .sort((a, b) => {
      if (!a.folder || !b.folder) return Number(!a.folder) - Number(!b.folder);
      return compareUrgency(a.folder.resolution, b.folder.resolution);
    });
}
