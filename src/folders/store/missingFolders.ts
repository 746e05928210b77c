import { MAX_ASKED_FOLDERS } from "../../base/limits";

/** Milliseconds between two replies that a folder does not exist, before it is believed: one may come from a replica. */
const PROOF_INTERVAL = 10_000;

/** The folders that may be gone: a list lacks them, or the reply to their own request says so. */
export class MissingFolders {
  /** When the folder's own request first said so; undefined if it has not. */
  private readonly since = new Map<string, number | undefined>();
  private readonly proved = new Set<string>();

  /** The folders that may be gone: asked again, the server will tell. */
  get ids(): readonly string[] {
    return [...this.since.keys()];
  }

  /** Records that a list lacks a folder, which proves nothing. */
  suspect(id: string): void {
    if (!this.proved.has(id) && !this.since.has(id)) this.since.set(id, undefined);
  }

  /**
   * Records that the folder's own request says that it does not exist.
   * @param now milliseconds
   * @returns whether that proves, for the first time, that it is gone
   */
  add(id: string, now: number): boolean {
    if (this.proved.has(id)) return false;
    const since = this.since.get(id) ?? now;
    this.since.delete(id);
    const isProved = now - since >= PROOF_INTERVAL;
    if (isProved) this.proved.add(id);
    else this.since.set(id, since);
    // What is forgotten and asked for again is proved again.
    for (const known of [this.since, this.proved]) {
      const [oldest] = known.keys();
      if (oldest !== undefined && known.size > MAX_ASKED_FOLDERS) known.delete(oldest);
    }
    return isProved;
  }

  /** Forgets a suspicion, because the folder is no longer loaded. */
  dismiss(id: string): void {
    this.since.delete(id);
  }

  /** Records that a folder was seen. */
  delete(id: string): void {
    this.since.delete(id);
    this.proved.delete(id);
  }
}
