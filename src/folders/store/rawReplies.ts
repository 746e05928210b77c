import { Emitter } from "../../base/emitter";
import type { FolderReader } from "./folderReader";
import type { FolderStore } from "./folderStore";

interface KeptReply {
  readonly text: string;
  /** What the store told of the folder when the text came. */
  readonly version: string;
  /** For which other version it was read again: a list may always tell another one than the folder by itself. */
  readonly readFor?: string;
}

/** The reply behind a folder, just as the server sent it, for as long as somebody has it open. */
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
   * @param read the text, if it was read a moment ago
   * @returns the text of the reply, read when it is not there yet, and kept up to date from now on
   * @throws OzError when it cannot be read
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

  /** What the list tells of a folder's age. Its reply may differ in other things from that for the folder alone. */
  private version(id: string): string {
    const folder = this.store.current.get(id);
    return JSON.stringify([folder?.updatedAt, folder?.resolution]);
  }

  /** Once for each version. A failure is noted where every failure of the server is; the kept text stays. */
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
