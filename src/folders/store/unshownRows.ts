/** Milliseconds after which the list is read again for rows that it has not shown; doubled as long as that shows no other. */
const FIRST_INTERVAL = 10_000;
const MAX_INTERVAL = 60 * 60_000;

/**
 * Rows of the server's list of which no page has shown a folder: they could not be read, or had the ID of another one. The
 * next reply may show them, so the list is read again: soon at first, then ever more rarely, as some servers count or send
 * such rows always.
 */
export class UnshownRows {
  private known = 0;
  private interval = FIRST_INTERVAL;
  private dueAt = Infinity;

  /** @param elapsed see `Clock` */
  constructor(private readonly elapsed: () => number) {}

  /** How many there were when the list was last read as far as it is loaded. */
  get count(): number {
    return this.known;
  }

  /** Whether the list should be read again for them. */
  get isDue(): boolean {
    return this.elapsed() >= this.dueAt;
  }

  /** Records that the list was read as far as it is loaded. */
  listRead(count: number): void {
    const isNews = count !== this.known;
    if (!isNews && !this.isDue) return;
    this.known = count;
    this.interval = isNews ? FIRST_INTERVAL : Math.min(this.interval * 2, MAX_INTERVAL);
    this.dueAt = count > 0 ? this.elapsed() + this.interval : Infinity;
  }
}
