import type { OzClient } from "../oz/client";
import type { Clock } from "../oz/clock";
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

  /** Forgets everything, as for another server. The watch goes first: its folder has not vanished, we left it. */
  reset(): void {
    this.watch.stop();
    this.texts.clear();
    this.reader.reset();
  }
}
