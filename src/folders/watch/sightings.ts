import type { OzFolder } from "../../oz/model/folder";
import { hasEnded } from "../../status/effectiveStatus";
import { History, type HistoryEntry } from "./history";

/** How a folder was seen. */
export type Sighting = "running" | "ended" | "removed";

/** How this window has seen the watched folders. */
export class Sightings {
  private readonly latest = new Map<string, Sighting>();
  /** The folders that were read with a result, and have not run since. */
  private readonly results = new Map<string, OzFolder>();
  private readonly history = new History();

  /** @returns how a folder was seen last; undefined if it was not seen */
  of(id: string): Sighting | undefined {
    return this.latest.get(id);
  }

  /** @returns a folder as its result was read; undefined if it was not, or the folder has run since */
  resultOf(id: string): OzFolder | undefined {
    return this.results.get(id);
  }

  /** @returns the statuses of a folder since the window was opened, oldest first */
  historyOf(id: string): readonly HistoryEntry[] {
    return this.history.of(id);
  }

  /**
   * Sees a folder as it was read.
   * @param now epoch milliseconds
   * @returns whether it has ended
   */
  see(folder: OzFolder, now: number): boolean {
    this.history.record(folder, now);
    const ended = hasEnded(folder.resolution);
    this.latest.set(folder.id, ended ? "ended" : "running");
    if (ended) this.results.set(folder.id, folder);
    else this.results.delete(folder.id);
    return ended;
  }

  /** Sees that the server no longer has a folder. */
  miss(id: string): void {
    this.latest.set(id, "removed");
  }

  /** Forgets a folder that is no longer watched. */
  forget(id: string): void {
    this.latest.delete(id);
    this.results.delete(id);
    this.history.delete(id);
  }

  /** Forgets how all were seen, but not their history, which is the window's. */
  clear(): void {
    this.latest.clear();
    this.results.clear();
  }
}
