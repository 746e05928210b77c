import { Emitter } from "../../base/emitter";
import type { FolderReader } from "./folderReader";
import type { FolderStore } from "./folderStore";

interface KeptReply {
  readonly text: string;
  /** What the store knew of the folder when the text was received. */
  readonly version: string;
  /** For which other version it was read again: list and folder may always differ on some servers. */
  readonly readFor?: string;
}

/** The replies of open folders, exactly as the server sent them, kept up to date. */
export class RawReplies {
  private readonly texts = new Map<string, KeptReply>();
  private readonly changes = new Emitter<string>();
  private readonly idChanges = new Emitter<undefined>();

  /** Fires with the ID of a folder whose kept reply has changed. */
  readonly onDidChange = this.changes.event;
  /** Fires when the replies of other folders are kept than before. */
  readonly onDidChangeIds = this.idChanges.event;

  constructor(
    private readonly reader: FolderReader,
    private readonly store: FolderStore,
  ) {
    reader.onDidReadFolder(({ folder, text }) => {
      const kept = this.texts.get(folder.id);
      if (!kept || kept.text === text) return;
      this.texts.set(folder.id, { ...kept, text, version: this.version(folder.id) });
      this.changes.fire(folder.id);
    });
    store.onDidChange(({ changed }) => this.readOutdated(changed));
  }

  /**
   * @param read the text, if it was read just now
   * @returns the text of the reply, which is read if missing and kept up to date from now on
   * @throws OzError
   */
  async keep(id: string, read?: string): Promise<string> {
    const kept = this.texts.get(id);
    if (kept) return kept.text;
    const text = read ?? (await this.reader.readFolder(id)).text;
    this.texts.set(id, { text, version: this.version(id) });
    this.idChanges.fire(undefined);
    return text;
  }

  /** The folders whose replies are kept. */
  get ids(): readonly string[] {
    return [...this.texts.keys()];
  }

  /** Whether the reply of a folder is kept. */
  has(id: string): boolean {
    return this.texts.has(id);
  }

  release(id: string): void {
    if (this.texts.delete(id)) this.idChanges.fire(undefined);
  }

  clear(): void {
    if (this.texts.size === 0) return;
    this.texts.clear();
    this.idChanges.fire(undefined);
  }

  /** Compares only this: the list may leave out other members that the folder's own reply has. */
  private version(id: string): string {
    const folder = this.store.current.get(id);
    return JSON.stringify([folder?.updatedAt, folder?.resolution]);
  }

  /** Once for each version. If it fails, the kept text stays, and `ServerHealth` has the error. */
  private readOutdated(changed: readonly string[]): void {
    const outdated = changed.filter((id) => {
      const kept = this.texts.get(id);
      const version = this.version(id);
      if (!kept || version === kept.version || version === kept.readFor) return false;
      this.texts.set(id, { ...kept, readFor: version });
      return true;
    });
    if (outdated.length > 0) void this.reader.readFolders(outdated);
  }
}
