import * as l10n from "@vscode/l10n";
import type { Clock } from "./clock";
import type { Log } from "./log/log";
import type { Memento } from "./memento";

/** Milliseconds that a write is waited for. VS Code may still save it later. */
const TIME_LIMIT = 10_000;

/** VS Code did not save something. Its message is a sentence for the screen. */
export class NotSavedError extends Error {}

/**
 * Wraps a store of VS Code so that each write ends, and fails with a `NotSavedError`, which is logged. Who does not wait for
 * a write need not catch that.
 */
export function boundedMemento(memento: Memento, clock: Clock, log: Pick<Log, "warn">): Memento {
  return {
    get: (key) => memento.get(key),
    update(key, value) {
      const saved = new Promise<void>((resolve, reject) => {
        const fail = (): void =>
          reject(
            new NotSavedError(l10n.t("VS Code did not save the change: it may be undone at the next start.")),
          );
        const stop = clock.after(TIME_LIMIT, fail);
        // Called at once, as the next `get` must know the value; it may throw.
        new Promise<void>((done) => done(memento.update(key, value))).finally(stop).then(resolve, fail);
      });
      // VS Code refuses writes while it ends, when the log is closed too.
      saved.catch(() => log.warn(`VS Code did not save ${key}`)).catch(() => undefined);
      return saved;
    },
  };
}
