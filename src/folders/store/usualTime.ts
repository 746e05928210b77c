import { timeTaken } from "../../status/processingTime";
import type { FolderStore } from "./folderStore";

/** Ended folders that are needed to say what is usual. */
const MIN_FOLDERS = 10;

/** How long the loaded folders of the shown connection took. */
export class UsualTime {
  private known: { readonly milliseconds: number | undefined } | undefined;

  constructor(private readonly store: FolderStore) {
    store.onDidChange(() => (this.known = undefined));
  }

  /** Milliseconds within which 90% of them ended; undefined if too few are loaded. */
  get milliseconds(): number | undefined {
    this.known ??= { milliseconds: this.compute() };
    return this.known.milliseconds;
  }

  private compute(): number | undefined {
    const times = this.store.current.all.flatMap(({ resolution }) => timeTaken(resolution) ?? []);
    if (times.length < MIN_FOLDERS) return undefined;
    return times.sort((a, b) => a - b)[Math.ceil(times.length * 0.9) - 1];
  }
}
