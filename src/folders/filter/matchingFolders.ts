import type { OzFolder } from "../../oz/model/folder";
import type { FolderStore } from "../store/folderStore";

/** The matching folders of the store. Each version of a folder is checked only once, as its metadata may be large. */
export class MatchingFolders {
  private readonly results = new WeakMap<OzFolder, boolean>();
  private list: readonly OzFolder[] | undefined;

  constructor(
    private readonly store: FolderStore,
    private readonly check: (folder: OzFolder) => boolean,
  ) {}

  /** Newest first. */
  get all(): readonly OzFolder[] {
    return (this.list ??= this.store.current.all.filter((folder) => this.matches(folder)));
  }

  matches(folder: OzFolder): boolean {
    let result = this.results.get(folder);
    if (result === undefined) {
      result = this.check(folder);
      this.results.set(folder, result);
    }
    return result;
  }

  /** Must be called when the store has changed. */
  invalidate(): void {
    this.list = undefined;
  }
}
