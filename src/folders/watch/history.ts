import type { OzFolder } from "../../oz/model/folder";
import { effectiveStatus } from "../../status/effectiveStatus";
import type { Status } from "../../status/status";

/** A status that a folder was seen to have. */
export interface HistoryEntry {
  readonly status: Status;
  /** Since when, in epoch milliseconds: by the server where it tells, else when it was seen. */
  readonly at: number;
}

/** Beyond this the oldest go: a folder that is analysed again and again has no end. */
const MOST_ENTRIES = 50;

/** What was seen to become of folders, in this session. */
export class History {
  private readonly entries = new Map<string, readonly HistoryEntry[]>();

  /** @returns what was seen of a folder, oldest first */
  of(id: string): readonly HistoryEntry[] {
    return this.entries.get(id) ?? [];
  }

  /** @param now epoch milliseconds */
  note({ id, resolution, createdAt, updatedAt }: OzFolder, now: number): void {
    const before = this.of(id);
    const status = effectiveStatus(resolution);
    if (before.at(-1)?.status === status) return;
    const at = (status === "INITIAL" ? createdAt : updatedAt) ?? now;
    this.entries.set(id, [...before, { status, at }].slice(-MOST_ENTRIES));
  }

  forget(id: string): void {
    this.entries.delete(id);
  }
}
