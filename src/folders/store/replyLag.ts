import type { OzFolder } from "../../oz/model/folder";
import { isOlder } from "./newerReply";

/**
 * Milliseconds by which a replica of the server's database may lag behind: for so long after a reply, an earlier state is
 * ignored, and a folder that a page lacks is asked for.
 */
const MAX_LAG = 60_000;

/** Knows which replies may come from a replica of the server's database that lags behind. */
export class ReplyLag {
  private readonly firstSeenAt = new Map<string, number>();
  private readonly confirmedAt = new Map<string, number>();

  /** @param elapsed see `Clock` */
  constructor(private readonly elapsed: () => number) {}

  /** Records that a reply told of a folder as it is known now. */
  confirmed(id: string): void {
    const now = this.elapsed();
    if (!this.firstSeenAt.has(id)) this.firstSeenAt.set(id, now);
    this.confirmedAt.set(id, now);
  }

  /** Forgets a folder that is no longer loaded. */
  delete(id: string): void {
    this.firstSeenAt.delete(id);
    this.confirmedAt.delete(id);
  }

  /** @returns whether a folder was seen first a moment ago, so that a replica may not have it yet */
  isYoung(id: string): boolean {
    return this.elapsed() - (this.firstSeenAt.get(id) ?? -Infinity) < MAX_LAG;
  }

  /** @returns whether a reply tells of an earlier state than one that was confirmed a moment ago */
  isOutdated(reply: OzFolder, known: OzFolder): boolean {
    return isOlder(reply, known) && this.elapsed() - (this.confirmedAt.get(known.id) ?? -Infinity) < MAX_LAG;
  }
}
