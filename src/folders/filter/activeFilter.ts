import { Emitter } from "../../base/emitter";
import type { FolderStore } from "../store/folderStore";
import type { FilteredFolders } from "./filteredFolders";

/** The filter of the list, if one is set. */
export class ActiveFilter {
  private readonly changes = new Emitter<undefined>();
  private filtered: FilteredFolders | undefined;
  private subscription: { dispose(): void } | undefined;

  /** Fires when the filter is set or cleared, and when its list of folders changes. */
  readonly onDidChange = this.changes.event;

  /** @param isNeeded whether a folder must stay in the store when the filter that loaded it is cleared */
  constructor(
    private readonly store: FolderStore,
    private readonly isNeeded: (id: string) => boolean,
  ) {}

  /** The folders that match; undefined if no filter is set. */
  get current(): FilteredFolders | undefined {
    return this.filtered;
  }

  /**
   * Sets another filter, and removes from the store the folders that only the previous one loaded.
   * @param filtered undefined shows all folders
   */
  set(filtered: FilteredFolders | undefined): void {
    const before = this.filtered;
    if (before === filtered) return;
    this.filtered = filtered;
    before?.dispose();
    this.subscription?.dispose();
    this.subscription = filtered?.onDidChange(() => this.changes.fire(undefined));
    if (before) this.store.current.trim(Infinity, (id) => !before.loadedIds.has(id) || this.isNeeded(id));
    this.changes.fire(undefined);
  }
}
