import { MAX_SEEN_STATUSES } from "../../base/limits";
import type { OzFolder } from "../../oz/model/folder";
import { effectiveStatus, unknownWord } from "../../status/effectiveStatus";
import type { Status } from "../../status/status";

/** A status that a folder had. */
export interface HistoryEntry {
  readonly status: Status;
  /** What the server wrote, if the status is UNKNOWN. */
  readonly word: string | undefined;
  /** When the status began, in epoch milliseconds: the server's time if it tells one, else this machine's. */
  readonly at: number;
}

/** The statuses that watched folders have had since the window was opened. */
export class History {
  private readonly entries = new Map<string, readonly HistoryEntry[]>();

  /** @returns the entries of a folder, oldest first */
  of(id: string): readonly HistoryEntry[] {
    return this.entries.get(id) ?? [];
  }

  /**
   * Adds the status of a folder, if it has changed.
   * @param now epoch milliseconds
   */
  record({ id, resolution, createdAt, updatedAt }: OzFolder, now: number): void {
    const before = this.of(id);
    const status = effectiveStatus(resolution);
    const word = unknownWord(resolution);
    const last = before.at(-1);
    if (last?.status === status && last.word === word) return;
    const at = (status === "INITIAL" ? createdAt : updatedAt) ?? now;
    this.entries.set(id, [...before, { status, word, at }].slice(-MAX_SEEN_STATUSES));
  }

  delete(id: string): void {
    this.entries.delete(id);
  }
}
