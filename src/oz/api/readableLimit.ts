/** Milliseconds after which more folders are asked for again; each time that these are too many doubles it. */
const FIRST_PAUSE = 60_000;
const MAX_PAUSE = 600_000;

/**
 * The most folders of which a reply is not too large to be read. It is tried to be raised again, because the replies of a
 * server or a proxy may have been too large for a while only.
 */
export class ReadableLimit {
  private most = Infinity;
  private isRaised = false;
  private pause = 0;
  /** From when on it is tried to be raised, in milliseconds of `Clock.elapsed`. */
  private raisedFrom = -Infinity;

  /** @param elapsed see `Clock` */
  constructor(private readonly elapsed: () => number) {}

  /** `Infinity` if not known. */
  get value(): number {
    return this.most;
  }

  /**
   * Records that a reply was too large.
   * @param limit how many folders were asked for
   * @param smaller how many are asked for instead
   */
  tooLarge(limit: number, smaller: number): void {
    const now = this.elapsed();
    this.most = smaller;
    this.isRaised = false;
    if (now >= this.raisedFrom) {
      this.pause = this.pause === 0 ? FIRST_PAUSE : Math.min(this.pause * 2, MAX_PAUSE);
      this.raisedFrom = now + this.pause;
    }
    // If even one folder is too large, their number is not why.
    if (limit === 1) this.raisedFrom = now;
  }

  /**
   * Records that a reply could be read, and raises the limit if it is time.
   * @param limit how many folders were asked for
   * @param wanted how many folders are wanted
   * @returns whether to ask for more of them at once
   */
  read(limit: number, wanted: number): boolean {
    if (limit < this.most || this.elapsed() < this.raisedFrom) return false;
    if (this.isRaised) this.pause = 0;
    this.isRaised = true;
    this.most = limit * 2;
    return limit < wanted;
  }
}
