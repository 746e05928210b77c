import * as l10n from "@vscode/l10n";
import type { Clock } from "../base/clock";
import { OzError } from "../oz/http/ozError";
import type { Secrets } from "./secrets";

/** Milliseconds: a locked keyring may ask the user for its password, or never answer. */
const TIME_LIMIT = 10_000;

/** Milliseconds from then on, until it answers anything: each request may ask, and would wait as long again. */
const LIMIT_WHILE_SILENT = 1_000;

/**
 * Wraps the secret storage so that each call ends, and fails with an `OzError` "secretStorage". The next call tries again. An
 * answer that comes too late is dropped.
 */
export function boundedSecrets(secrets: Secrets, clock: Clock): Secrets {
  let isSilent = false;
  const bounded = <T>(call: () => PromiseLike<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const [limit, say] = isSilent ? [LIMIT_WHILE_SILENT, stillSilent] : [TIME_LIMIT, silent];
      const stop = clock.after(limit, () => {
        isSilent = true;
        reject(failed(say()));
      });
      // The storage may throw at once; its message may quote what it should keep.
      Promise.resolve()
        .then(call)
        .finally(() => {
          isSilent = false;
          stop();
        })
        .then(resolve, () => reject(failed(broken())));
    });
  return {
    get: (key) => bounded(() => secrets.get(key)),
    store: (key, value) => bounded(() => secrets.store(key, value)),
    delete: (key) => bounded(() => secrets.delete(key)),
    onDidChange: (listener) => secrets.onDidChange(listener),
  };
}

const silent = (): string =>
  l10n.t(
    "VS Code's secret storage, which keeps your session, did not respond within {0} seconds. Unlock your system's keyring, then refresh.",
    TIME_LIMIT / 1000,
  );
const stillSilent = (): string =>
  l10n.t(
    "VS Code's secret storage, which keeps your session, still does not respond. Unlock your system's keyring, then refresh.",
  );
const broken = (): string =>
  l10n.t(
    "VS Code's secret storage, which keeps your session, failed. Unlock your system's keyring, then refresh.",
  );

function failed(message: string): OzError {
  return new OzError("secretStorage", message, { origin: "" });
}
