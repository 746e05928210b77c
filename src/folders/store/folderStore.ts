import { Emitter } from "../../base/emitter";
import type { OzFolder } from "../../oz/model/folder";
import { ConnectionFolders, type FolderChanges } from "./connectionFolders";

/** Connections whose folders stay in memory, so that switching back shows them at once. */
const MAX_CONNECTIONS = 3;

/** The loaded folders, the one source of every view: of the shown connection, and of those shown before. */
export class FolderStore {
  private readonly kept = new Map<string, ConnectionFolders>();
  private readonly changes = new Emitter<FolderChanges>();
  private shown = this.empty();
  private shownKey: string | undefined;

  /** Fires when a reply has changed something, with all its changes; with everything when the connection changes. */
  readonly onDidChange = this.changes.event;

  /** The folders of the shown connection. */
  get current(): ConnectionFolders {
    return this.shown;
  }

  /** The shown connection; undefined for none. */
  get key(): string | undefined {
    return this.shownKey;
  }

  /**
   * Shows the folders of another connection.
   * @param key identifies the connection; undefined for none
   */
  show(key: string | undefined): void {
    if (key === this.shownKey) return;
    const before = this.shown;
    this.shownKey = key;
    this.shown = (key === undefined ? undefined : this.kept.get(key)) ?? this.empty();
    if (key !== undefined) {
      this.kept.delete(key);
      this.kept.set(key, this.shown);
    }
    const [oldest] = this.kept.keys();
    if (oldest !== undefined && this.kept.size > MAX_CONNECTIONS) this.kept.delete(oldest);
    const [added, removed] = [idsOf(this.shown.all), idsOf(before.all)];
    const list = before.loaded || this.shown.loaded;
    if (added.length + removed.length > 0 || list) this.changes.fire({ added, changed: [], removed, list });
  }

  /** Forgets the folders of all other connections. The shown one must be among these. */
  keepOnly(keys: readonly string[]): void {
    for (const key of this.kept.keys()) if (!keys.includes(key)) this.kept.delete(key);
  }

  private empty(): ConnectionFolders {
    return new ConnectionFolders((changes) => this.changes.fire(changes));
  }
}

function idsOf(folders: readonly OzFolder[]): readonly string[] {
  return folders.map(({ id }) => id);
}
