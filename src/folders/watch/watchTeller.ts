import type { Clock } from "../../base/clock";
import { ValuesByConnection, type Memento } from "../../base/memento";
import { SETTLE_DELAY } from "../../base/sharedList";

/**
 * Milliseconds, and as many more at random, after which a window tells in place of the one whose turn it is. That one may
 * poll a minute later; if it does not tell then, it was closed.
 */
const PATIENCE = 90_000;

/**
 * Chooses among the windows that show a connection the one that tells the user about its watches: the one that had the
 * focus last or was opened last. What windows read of global state may be outdated for a moment, so a window whose turn
 * has just come waits before it tells; and if two windows think that the turn is the other's, both take it again later.
 */
export class WatchTeller {
  private readonly turns: ValuesByConnection;
  private readonly window: string;
  /** What waits to be told, by folder ID. */
  private readonly waiting = new Map<
    string,
    { readonly again: () => void; readonly cancelTimer: () => void }
  >();
  private key: string | undefined;
  private focused = false;
  private settled = false;
  private cancelSettling: (() => void) | undefined;

  /** @param random returns a number from 0 up to 1: names this window, and keeps windows from acting in step */
  constructor(
    memento: Memento,
    private readonly clock: Clock,
    private readonly random: () => number,
  ) {
    this.turns = new ValuesByConnection(memento, "ozInspector.watchTellers");
    this.window = random().toString(36).slice(2);
  }

  /**
   * Takes the turn for a connection that this window shows from now on. What waits is dropped.
   * @param key identifies the connection; undefined for none
   */
  show(key: string | undefined): void {
    for (const id of [...this.waiting.keys()]) this.cancel(id);
    this.key = key;
    this.take();
  }

  /** @param focused whether this window has the focus */
  setFocused(focused: boolean): void {
    this.focused = focused;
    this.catchUp();
  }

  /** Takes the turn if this window has the focus: one that was opened behind it may have it. */
  catchUp(): void {
    if (this.focused && !this.isMine) this.take();
  }

  /**
   * Tells once it is this window's turn, which may be at once, unless another window has told by then. What waits under
   * the same ID is dropped.
   * @param id of the folder
   * @param isTold whether nothing is left to tell
   */
  whenTurn(id: string, isTold: () => boolean, tell: () => void): void {
    this.cancel(id);
    if (isTold()) return;
    if (this.hasTurn) {
      tell();
      return;
    }
    const again = (): void => this.whenTurn(id, isTold, tell);
    const cancelTimer = this.clock.after(PATIENCE * (1 + this.random()), () => {
      if (!isTold()) this.take();
      again();
    });
    this.waiting.set(id, { again, cancelTimer });
  }

  /** Drops what waits under this ID. */
  cancel(id: string): void {
    this.waiting.get(id)?.cancelTimer();
    this.waiting.delete(id);
  }

  /** Forgets the turns for all other connections. */
  keepOnly(keys: readonly string[]): void {
    this.turns.keepOnly(keys);
  }

  dispose(): void {
    this.show(undefined);
  }

  /** Whether this window tells, as far as it can know. */
  get hasTurn(): boolean {
    return this.settled && this.isMine;
  }

  private get isMine(): boolean {
    return this.key !== undefined && this.turns.get(this.key) === this.window;
  }

  private take(): void {
    this.cancelSettling?.();
    this.settled = false;
    if (this.key === undefined) return;
    this.turns.set(this.key, this.window);
    this.cancelSettling = this.clock.after(SETTLE_DELAY, () => {
      this.settled = true;
      for (const { again } of [...this.waiting.values()]) if (this.isMine) again();
    });
  }
}
