import type { Clock } from "../base/clock";
import { Emitter } from "../base/emitter";
import type { FolderStore } from "./store/folderStore";
import type { Failure, ServerHealth } from "./store/serverHealth";

/**
 * Why a wait is over: the folder has ended or is gone from the server, its connection is no longer shown, the time is up,
 * or the folder cannot be read.
 */
export type WaitEnd = "ended" | "gone" | "left" | "timeUp" | Failure;

/** A wait that has not ended. */
interface Wait {
  readonly id: string;
  end(reason: WaitEnd): void;
}

/**
 * The folders whose end somebody waits for. The poller asks for them as for open ones; nothing else does, and nothing is
 * left of a wait once it is over.
 */
export class AwaitedFolders {
  private readonly waits = new Set<Wait>();
  private readonly changes = new Emitter<undefined>();

  /** Fires when a wait begins or is over. */
  readonly onDidChange = this.changes.event;

  constructor(
    private readonly store: FolderStore,
    private readonly health: ServerHealth,
    private readonly clock: Pick<Clock, "after">,
  ) {}

  /** The awaited folders, each once. */
  get ids(): readonly string[] {
    return [...new Set([...this.waits].map(({ id }) => id))];
  }

  has(id: string): boolean {
    return this.ids.includes(id);
  }

  /**
   * Waits for the end of a folder of the shown connection that was just read.
   * @param timeLimit milliseconds
   * @param cancel ends the wait at once
   * @throws the reason of `cancel`
   */
  async until(id: string, timeLimit: number, cancel: AbortSignal): Promise<WaitEnd> {
    cancel.throwIfAborted();
    if (this.store.current.isAtRest(id)) return "ended";
    const disposables: { dispose(): void }[] = [];
    try {
      return await new Promise<WaitEnd>((end, reject) => {
        const abort = (): void => reject(cancel.reason as Error);
        cancel.addEventListener("abort", abort);
        const wait = { id, end };
        disposables.push(
          { dispose: () => cancel.removeEventListener("abort", abort) },
          { dispose: this.clock.after(timeLimit, () => end("timeUp")) },
          { dispose: () => this.waits.delete(wait) },
          this.store.onDidChange(({ gone }) => {
            if (gone.includes(id)) end("gone");
            else if (this.store.current.isAtRest(id)) end("ended");
          }),
          this.health.onDidChange(() => {
            const failure = this.health.failureOf(id);
            if (failure) end(failure);
          }),
        );
        this.waits.add(wait);
        this.changes.fire(undefined);
      });
    } finally {
      for (const disposable of disposables) disposable.dispose();
      this.changes.fire(undefined);
    }
  }

  /** Ends every wait, because the connection is no longer shown. */
  leave(): void {
    for (const wait of this.waits) wait.end("left");
  }
}
