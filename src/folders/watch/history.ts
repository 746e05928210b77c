import type { OzFolder } from "../../oz/model/folder";
import { effectiveStatus } from "../../status/effectiveStatus";
import type { Status } from "../../status/status";

/** A status that a folder had. */
export interface HistoryEntry {
  readonly status: Status;
  /** Since when, in epoch milliseconds: the server's time if it tells one, else ours. */
  readonly at: number;
}

/** A folder may be analysed again and again: only the latest entries are kept. */
const MAX_ENTRIES = 50;

/** The statuses that watched folders had in this session. */
export class History {
  private readonly entries = new Map<string, readonly HistoryEntry[]>();

  /** @returns the entries of a folder, oldest first */
  of(id: string): readonly HistoryEntry[] {
    return this.entries.get(id) ?? [];
  }

  /** @param now epoch milliseconds */
  note({ id, resolution, createdAt, updatedAt }: OzFolder, now: number): void {
    const before = this.of(id);
    const status = effectiveStatus(resolution);
    if (before.at(-1)?.status === status) return;
    const at = (status === "INITIAL" ? createdAt : updatedAt) ?? now;
    this.entries.set(id, [...before, { status, at }].slice(-MAX_ENTRIES));
  }

  forget(id: string): void {
    this.entries.delete(id);
  }
}
