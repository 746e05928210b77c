import type { Clock } from "../../base/clock";
import { Backoff } from "./backoff";
import { PollRequests, type PolledReader } from "./pollRequests";
import type { PollTargets } from "./pollTargets";
import { SleepDetector } from "./sleepDetector";

/** Milliseconds from the end of a round to the next one at least; each round in which nothing is answered doubles it. */
const MIN_GAP = 1_000;

/** Milliseconds: what is due within this time is requested in the same round. */
const ROUND_WINDOW = 200;

/**
 * The one timer chain that polls what is on screen or watched and can still change. A round starts only when the
 * previous one has ended, and never while the server has asked to wait.
 */
export class Poller {
  private readonly rounds: Backoff;
  private readonly sleepDetector: SleepDetector;
  private requests: PollRequests;
  private timer: { readonly due: number; readonly cancel: () => void } | undefined;
  private isPolling = false;
  private disposed = false;
  private wasListVisible = false;
  private key: string | undefined;

  /** @param random returns a number from 0 up to 1, so that many windows do not poll in step */
  constructor(
    private readonly reader: PolledReader,
    private readonly targets: () => PollTargets,
    private readonly clock: Clock,
    private readonly random: () => number,
  ) {
    this.rounds = new Backoff(random);
    this.requests = this.newRequests();
    this.sleepDetector = new SleepDetector(clock);
  }

  /** Must be called when the targets may have changed. */
  update(): void {
    const targets = this.targets();
    this.updateListVisible(targets);
    this.noticeSleep();
    this.timer?.cancel();
    this.timer = undefined;
    const due = this.requests.due(targets);
    if (due === undefined || this.isPolling || this.disposed) return;
    const now = this.clock.elapsed();
    const delay = Math.max(0, Math.max(due, this.earliest) - now);
    const cancel = this.clock.after(delay, () => {
      this.noticeSleep();
      this.timer = undefined;
      void this.round();
    });
    this.timer = { due: now + delay, cancel };
  }

  /** Returns changed folders to the shortest interval. */
  foldersChanged(ids: readonly string[]): void {
    this.requests.foldersChanged(ids);
  }

  /**
   * Polls another connection, starting at once. For the same one it only updates the targets: a failing server must not
   * be polled more often because this window or another has renewed the session.
   * @param key identifies the connection; undefined for none
   */
  show(key: string | undefined): void {
    if (key !== this.key) {
      this.key = key;
      this.requests = this.newRequests();
      this.rounds.reset();
    }
    this.update();
  }

  /** Polls what is due at once, whatever has failed before, because the user asked for it. */
  retryNow(): void {
    this.requests.forgetFailures();
    this.rounds.reset();
    this.update();
  }

  dispose(): void {
    this.disposed = true;
    this.timer?.cancel();
  }

  /** When the next round may start. */
  private get earliest(): number {
    return Math.max(this.rounds.due(MIN_GAP, true), this.reader.waitUntil);
  }

  private newRequests(): PollRequests {
    return new PollRequests(this.reader, this.clock, this.random);
  }

  /** A list that becomes visible does not wait for failures from while it was hidden. */
  private updateListVisible({ list }: PollTargets): void {
    if (list && !this.wasListVisible) this.forgetFailures();
    this.wasListVisible = list;
  }

  /** After sleep everything on screen is old, however little `elapsed` has moved, and earlier failures mean nothing. */
  private noticeSleep(): void {
    if (!this.sleepDetector.hasSlept(this.timer?.due)) return;
    this.rounds.forgetFailures();
    this.requests.restart();
  }

  private forgetFailures(): void {
    this.rounds.forgetFailures();
    this.requests.forgetFailures();
  }

  private async round(): Promise<void> {
    this.isPolling = true;
    const { requests, rounds } = this;
    // While nothing is answered, what would have to wait for the next round is requested in this one.
    const window = rounds.failures === 0 ? ROUND_WINDOW : rounds.slow(MIN_GAP, true);
    const isAnswered = await requests.send(this.targets, this.clock.elapsed() + window);
    this.isPolling = false;
    // A round that began before a switch says nothing about the new server.
    if (requests === this.requests) rounds.ended(isAnswered === false, this.clock.elapsed());
    this.update();
  }
}
