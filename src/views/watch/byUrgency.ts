import type { Folders } from "../../folders/folders";
import type { OzFolder } from "../../oz/folder";
import { compareUrgency } from "../../status/urgency";

/** A watched folder, and what is known of it. */
export interface Watched {
  readonly id: string;
  /** Undefined as long as it was not read. */
  readonly folder: OzFolder | undefined;
}

/** @returns the watched folders, the most urgent first; those that were not read come last */
export function watchedByUrgency({ watches, store }: Pick<Folders, "watches" | "store">): readonly Watched[] {
  return watches.ids
    .map((id) => ({ id, folder: store.get(id) }))
    .sort((a, b) => {
      if (!a.folder || !b.folder) return Number(!a.folder) - Number(!b.folder);
      return compareUrgency(a.folder.resolution, b.folder.resolution);
    });
}
