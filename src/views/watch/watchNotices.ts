import { window } from "vscode";
import type { Clock } from "../../base/clock";
import { MAX_NOTICES } from "../../base/limits";
import type { Folders } from "../../folders/folders";
import type { WatchEnd } from "../../folders/watch/watches";
import type { Notify } from "../../folders/watch/watchMemory";
import { outcome } from "../../status/effectiveStatus";
import { markedCount } from "../shownFindings";
import { showEnd, showEnds, type NoticeContext } from "./endNotice";

/** Milliseconds to wait for other folders that end together: the server's replies about them come one after another. */
const TOGETHER = 1_000;

/** The same while other watched folders run: longer than from one look at what has changed to the next. */
const TOGETHER_WITH_RUNNING = 6_000;

/** The most milliseconds that a folder waits for others. */
const LONGEST = 20_000;

const MINUTE = 60_000;

export interface NoticeSettings extends Omit<NoticeContext, "now"> {
  /** Used for folders without a choice of their own. */
  readonly notify: () => Notify;
  readonly clock: Clock;
}

/**
 * Notifies the user when watched folders have ended, as chosen for each or in the settings. Of several windows the one that
 * has the focus does. Folders that end together, also over some seconds, share a notice if there would be more than
 * `MAX_NOTICES` in a minute. What waits for its notice is not claimed yet, so closing the window loses nothing.
 */
export class WatchNotices {
  private readonly waiting = new Map<string, WatchEnd>();
  /** When the notices of the last minute were shown, oldest first, by `Clock.elapsed`. */
  private shownAt: number[] = [];
  private cancelTimer: (() => void) | undefined;
  /** When the first of those that wait has ended, by `Clock.elapsed`. */
  private firstEnd = 0;
  private readonly subscriptions: readonly { dispose(): void }[];

  constructor(
    private readonly folders: Pick<Folders, "watches" | "store">,
    private readonly settings: NoticeSettings,
  ) {
    const { watches } = folders;
    watches.setFocused(window.state.focused);
    this.subscriptions = [
      window.onDidChangeWindowState(({ focused }) => watches.setFocused(focused)),
      watches.onDidEnd((end) => {
        if (this.waiting.size === 0) this.firstEnd = settings.clock.elapsed();
        this.waiting.set(end.id, end);
        this.waitForOthers();
      }),
    ];
  }

  dispose(): void {
    this.cancelTimer?.();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** Waits anew with each folder that ends, since the next may do so as soon after it. */
  private waitForOthers(): void {
    const delay = this.folders.watches.running.length > 0 ? TOGETHER_WITH_RUNNING : TOGETHER;
    const longest = this.firstEnd + LONGEST - this.settings.clock.elapsed();
    this.notifyAfter(Math.max(0, Math.min(delay, longest)));
  }

  private notifyAfter(delay: number): void {
    this.cancelTimer?.();
    this.cancelTimer = this.settings.clock.after(delay, () => {
      this.cancelTimer = undefined;
      this.notify();
    });
  }

  private notify(): void {
    this.take((end) => !this.isWanted(end));
    if (this.waiting.size === 0) return;
    const { clock } = this.settings;
    const time = clock.elapsed();
    this.shownAt = this.shownAt.filter((shown) => shown + MINUTE > time);
    const [oldest] = this.shownAt;
    const free = MAX_NOTICES - this.shownAt.length;
    if (free <= 0 && oldest !== undefined) {
      this.notifyAfter(oldest + MINUTE - time);
      return;
    }
    const ended = this.take(() => true).map(({ id, reason, untold }) => ({
      id,
      folder: untold ?? this.folders.store.current.get(id),
      isGone: reason === "removed",
    }));
    const context = { ...this.settings, now: () => clock.now() };
    const notices =
      ended.length > free ? [showEnds(ended, context)] : ended.map((one) => showEnd(one, context));
    this.shownAt.push(...notices.map(() => time));
  }

  /** @returns which of the ends that no longer wait are to be told now */
  private take(isTaken: (end: WatchEnd) => boolean): readonly WatchEnd[] {
    const taken = [...this.waiting.values()].filter(isTaken);
    for (const { id } of taken) this.waiting.delete(id);
    return this.folders.watches.claim(taken);
  }

  private isWanted({ id }: WatchEnd): boolean {
    const notify = this.folders.watches.notifyOf(id) ?? this.settings.notify();
    if (notify !== "problems") return notify === "always";
    const folder = this.folders.store.current.get(id);
    if (!folder) return true;
    const { resolution } = folder;
    return (
      outcome(resolution) !== "SUCCESS" || markedCount(this.settings.findings(resolution), resolution) > 0
    );
  }
}
