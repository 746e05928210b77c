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

  /** Fires with the ID of a folder whose reply has changed or is not kept. */
  readonly onDidChange = this.changes.event;

  constructor(
    private readonly reader: FolderReader,
    private readonly store: FolderStore,
  ) {
    reader.onDidReadFolder(({ folder, text }) => {
      const reply = this.texts.get(folder.id);
      if (reply?.text === text) return;
      if (reply) this.texts.set(folder.id, { ...reply, text, fingerprint: this.fingerprint(folder.id) });
      // Also if its document has none yet, because reading failed when it was restored.
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
    return text;
  }

  /** Whether a folder is open. */
  has(id: string): boolean {
    return this.texts.has(id);
  }

  close(id: string): void {
    this.texts.delete(id);
  }

  clear(): void {
    this.texts.clear();
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
