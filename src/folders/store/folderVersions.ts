import { MAX_ALL_VERSIONS, MAX_VERSIONS } from "../../base/limits";
import type { OzFolder } from "../../oz/model/folder";
import type { FolderStore } from "./folderStore";
import { isSame } from "./newerReply";

/** A folder as it was at one time. */
export interface FolderVersion {
  /** Counts from 1, including versions that were dropped. */
  readonly version: number;
  /** When it was received, in epoch milliseconds. */
  readonly at: number;
  readonly folder: OzFolder;
}

/** The versions of the shown connection's folders that this window has seen, including the current ones. */
export class FolderVersions {
  /** The latest changed folder is last. */
  private readonly versions = new Map<string, readonly FolderVersion[]>();

  /** @param now epoch milliseconds */
  constructor(store: FolderStore, now: () => number) {
    const all = this.versions;
    store.onDidChange(({ added, changed, removed }) => {
      // A single version shows no change, and would keep every removed folder in memory.
      for (const id of removed) if (this.of(id).length < 2) all.delete(id);
      for (const id of [...added, ...changed]) {
        const folder = store.current.get(id);
        const before = this.of(id);
        const last = before.at(-1);
        // The store compares too, but not with folders that it has removed.
        if (!folder || (last && isSame(last.folder, folder))) continue;
        all.delete(id);
        all.set(id, [
          ...before.slice(1 - MAX_VERSIONS),
          { version: (last?.version ?? 0) + 1, at: now(), folder },
        ]);
      }
      let count = 0;
      for (const [id, versions] of [...all].reverse()) {
        const kept = store.current.get(id) ? 1 : 0;
        count += versions.length - kept;
        if (count <= MAX_ALL_VERSIONS) continue;
        if (kept) all.set(id, versions.slice(-1));
        else all.delete(id);
      }
    });
  }

  /** @returns the versions of a folder, oldest first */
  of(id: string): readonly FolderVersion[] {
    return this.versions.get(id) ?? [];
  }

  clear(): void {
    this.versions.clear();
  }
}
