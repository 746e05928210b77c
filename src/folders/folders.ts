import type { OzClient } from "../oz/client";
import type { Clock } from "../oz/clock";
import { hasEnded } from "../status";
import { FolderReader } from "./folderReader";
import { FolderStore } from "./folderStore";
import { FolderTexts } from "./folderTexts";
import type { Memory } from "./memory";
import { ServerHealth } from "./serverHealth";
import { Watch } from "./watch";
import { watchMemory } from "./watchMemory";

/** All that is known of the folders of one server, and what brings it here. */
export class Folders {
  readonly store = new FolderStore();
  readonly health = new ServerHealth();
  readonly reader: FolderReader;
  readonly texts: FolderTexts;
  readonly watch: Watch;

  /** @param client opens the way to the server; rejects with an `OzError` */
  constructor(client: () => Promise<OzClient>, memory: Memory, clock: Clock) {
    this.reader = new FolderReader(client, this.store, this.health, clock);
    this.texts = new FolderTexts(this.reader, this.store);
    this.watch = new Watch(this.store, watchMemory(memory));
  }

  /**
   * @param shownIds folders that somebody looks at by themselves
   * @returns the folders that are worth asking for by themselves: watched or looked at, and not known to have ended
   */
  worthReading(shownIds: readonly string[]): readonly string[] {
    const shown = shownIds.filter((id) => {
      const folder = this.store.get(id);
      return folder && !hasEnded(folder.resolution);
    });
    const { watchedId, worthReading } = this.watch;
    return [...new Set(watchedId !== undefined && worthReading ? [watchedId, ...shown] : shown)];
  }

  /** Forgets everything, as for another server. The watch goes first: its folder has not vanished, we left it. */
  reset(): void {
    this.watch.stop();
    this.texts.clear();
    this.reader.reset();
  }
}
