import { isDeepStrictEqual } from "node:util";
import type { OzFolder } from "../../oz/model/folder";
import type { FolderStore } from "./folderStore";

/** A folder as it was seen at one time. */
export interface FolderVersion {
  /** 1 for the first one that was seen, also when that is forgotten. */
  readonly version: number;
  /** When it came, in epoch milliseconds. */
  readonly at: number;
  readonly folder: OzFolder;
}

/** For one folder. */
const MOST_STATES = 20;

/** Beside those that the store holds anyway. */
const MOST_IN_ALL = 1000;

/** The states in which folders of the shown connection were seen in this session; the present ones are the store's. */
export class FolderVersions {
  /** What came last stands last. */
  private readonly states = new Map<string, readonly FolderVersion[]>();

  /** @param now epoch milliseconds */
  constructor(store: FolderStore, now: () => number) {
    const all = this.states;
    store.onDidChange(({ added, changed, removed }) => {
      // One state says nothing of what became of a folder, and would keep all that the store lets go.
      for (const id of removed) if (this.of(id).length < 2) all.delete(id);
      for (const id of [...added, ...changed]) {
        const folder = store.current.get(id);
        const before = this.of(id);
        const last = before.at(-1);
        // The store compares too, but not with what it had forgotten.
        if (!folder || isDeepStrictEqual(last?.folder.json, folder.json)) continue;
        all.delete(id);
        all.set(id, [
          ...before.slice(1 - MOST_STATES),
          { version: (last?.version ?? 0) + 1, at: now(), folder },
        ]);
      }
      let count = 0;
      for (const [id, seen] of [...all].reverse()) {
        const kept = store.current.get(id) ? 1 : 0;
        count += seen.length - kept;
        if (count <= MOST_IN_ALL) continue;
        if (kept) all.set(id, seen.slice(-1));
        else all.delete(id);
      }
    });
  }

  /** @returns what was seen of a folder, oldest first */
  of(id: string): readonly FolderVersion[] {
    return this.states.get(id) ?? [];
  }

  clear(): void {
    this.states.clear();
  }
}
