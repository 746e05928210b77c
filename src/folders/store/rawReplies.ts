import { Emitter } from "../../base/emitter";
import type { FolderReader } from "./folderReader";
import type { FolderStore } from "./folderStore";

interface OpenReply {
  readonly text: string;
  /** Identifies what the store knew about the folder when the text was received. */
  readonly fingerprint: string;
  /** The fingerprint for which it was last read again: on some servers, list and folder always differ. */
  readonly rereadFor?: string;
}

/** The replies of open folders, exactly as the server sent them, kept up to date. */
export class RawReplies {
  private readonly texts = new Map<string, OpenReply>();
  private readonly changes = new Emitter<string>();
  private readonly idChanges = new Emitter<undefined>();

  /** Fires with the ID of a folder whose reply has changed. */
  readonly onDidChange = this.changes.event;
  /** Fires when a folder is opened or closed. */
  readonly onDidChangeIds = this.idChanges.event;

  constructor(
    private readonly reader: FolderReader,
    private readonly store: FolderStore,
  ) {
    reader.onDidReadFolder(({ folder, text }) => {
      const reply = this.texts.get(folder.id);
      if (!reply || reply.text === text) return;
      this.texts.set(folder.id, { ...reply, text, fingerprint: this.fingerprint(folder.id) });
      this.changes.fire(folder.id);
    });
    store.onDidChange(({ changed }) => this.readOutdated(changed));
  }

  /**
   * Opens a folder: its reply is kept up to date from now on.
   * @param received the text, if it was received just now
   * @returns the text of the reply, which is read if necessary
   * @throws OzError
   */
  async open(id: string, received?: string): Promise<string> {
    const reply = this.texts.get(id);
    if (reply) return reply.text;
    const text = received ?? (await this.reader.readFolder(id)).text;
    this.texts.set(id, { text, fingerprint: this.fingerprint(id) });
    this.idChanges.fire(undefined);
    return text;
  }

  /** The open folders. */
  get ids(): readonly string[] {
    return [...this.texts.keys()];
  }

  /** Whether a folder is open. */
  has(id: string): boolean {
    return this.texts.has(id);
  }

  close(id: string): void {
    if (this.texts.delete(id)) this.idChanges.fire(undefined);
  }

  clear(): void {
    if (this.texts.size === 0) return;
    this.texts.clear();
    this.idChanges.fire(undefined);
  }

  /** Compares only these members: the list may omit others that the folder's own reply has. */
  private fingerprint(id: string): string {
    const folder = this.store.current.get(id);
    return JSON.stringify([folder?.updatedAt, folder?.resolution]);
  }

  /** Reads a reply once per fingerprint. If that fails, the old text stays, and `ServerHealth` has the error. */
  private readOutdated(changed: readonly string[]): void {
    const outdated = changed.filter((id) => {
      const reply = this.texts.get(id);
      const fingerprint = this.fingerprint(id);
      if (!reply || fingerprint === reply.fingerprint || fingerprint === reply.rereadFor) return false;
      this.texts.set(id, { ...reply, rereadFor: fingerprint });
      return true;
    });
    if (outdated.length > 0) void this.reader.readFolders(outdated);
  }
}
