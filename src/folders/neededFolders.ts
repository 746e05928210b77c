import { MAX_HIDDEN_ROWS } from "../base/limits";
import type { AwaitedFolders } from "./awaitedFolders";
import type { ActiveFilter } from "./filter/activeFilter";
import type { FolderStore } from "./store/folderStore";
import type { RawReplies } from "./store/rawReplies";
import type { Watches } from "./watch/watches";

/** Milliseconds after which a hidden list is trimmed. */
export const TRIM_DELAY = 600_000;

/**
 * The folders that stay in memory when others are removed: watched, awaited and open ones, and those that match the filter.
 */
export class NeededFolders {
  constructor(
    private readonly folders: {
      readonly store: FolderStore;
      readonly watches: Watches;
      readonly awaited: AwaitedFolders;
      readonly rawReplies: RawReplies;
      readonly filter: ActiveFilter;
    },
  ) {}

  has(id: string): boolean {
    const { watches, awaited, rawReplies, filter } = this.folders;
    return watches.has(id) || awaited.has(id) || rawReplies.has(id) || (filter.current?.has(id) ?? false);
  }

  /**
   * Removes all other folders except the first rows of the list.
   * @param visibleIds folders that are visible outside the list
   */
  trim(visibleIds: readonly string[]): void {
    this.folders.store.current.trim(MAX_HIDDEN_ROWS, (id) => visibleIds.includes(id) || this.has(id));
  }
}
