import { Emitter } from "../../base/emitter";
import { MAX_KEPT_CONNECTIONS } from "../../base/limits";
import type { OzFolder } from "../../oz/model/folder";
import { ConnectionFolders, type FolderChanges, type FolderContext } from "./connectionFolders";

/** The loaded folders of the shown connection and of those shown before: the one source of every view. */
export class FolderStore {
  private readonly byKey = new Map<string, ConnectionFolders>();
  private readonly changes = new Emitter<FolderChanges>();
  private shown: ConnectionFolders;
  private shownKey: string | undefined;

  /** Fires with all that one reply has changed, and with all folders when the connection changes. */
  readonly onDidChange = this.changes.event;

  constructor(private readonly context: FolderContext) {
    this.shown = this.empty();
  }

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
    this.shown = (key === undefined ? undefined : this.byKey.get(key)) ?? this.empty();
    if (key !== undefined) {
      this.byKey.delete(key);
      this.byKey.set(key, this.shown);
    }
    const [oldest] = this.byKey.keys();
    if (oldest !== undefined && this.byKey.size > MAX_KEPT_CONNECTIONS) this.byKey.delete(oldest);
    const [added, removed] = [idsOf(this.shown.all), idsOf(before.all)];
    const list = before.loaded || this.shown.loaded;
    if (added.length + removed.length > 0 || list)
      this.changes.fire({ added, changed: [], removed, gone: [], list });
  }

  /** Drops the folders of all other connections. The keys must include the shown connection. */
  keepOnly(keys: readonly string[]): void {
    for (const key of this.byKey.keys()) if (!keys.includes(key)) this.byKey.delete(key);
  }

  private empty(): ConnectionFolders {
    return new ConnectionFolders((changes) => this.changes.fire(changes), this.context);
  }
}

function idsOf(folders: readonly OzFolder[]): readonly string[] {
  return folders.map(({ id }) => id);
}
