import { Emitter } from "../../base/emitter";
import type { OzError } from "../../oz/http/ozError";

/** Why requests to the server fail. */
export interface Failure {
  readonly error: OzError;
  /** When the first of the consecutive failures happened, in epoch milliseconds. */
  readonly since: number;
  /** When a request last succeeded, in epoch milliseconds; undefined if none has. */
  readonly lastSuccess: number | undefined;
}

/** Whether requests to the server succeed, and if not, why and since when. */
export class ServerHealth {
  private readonly changes = new Emitter<Failure | undefined>();
  private current: Failure | undefined;
  private lastSuccess: number | undefined;

  readonly onDidChange = this.changes.event;

  /** The current failure; undefined while requests succeed. */
  get failure(): Failure | undefined {
    return this.current;
  }

  /** @param at epoch milliseconds; `since` stays that of the first of consecutive failures */
  failed(error: OzError, at: number): void {
    if (this.current?.error.message === error.message) return;
    this.current = { error, since: this.current?.since ?? at, lastSuccess: this.lastSuccess };
    this.changes.fire(this.current);
  }

  /** @param at epoch milliseconds */
  succeeded(at: number): void {
    this.lastSuccess = at;
    this.recover();
  }

  /** Forgets everything, because the connection has changed. */
  reset(): void {
    this.lastSuccess = undefined;
    this.recover();
  }

  private recover(): void {
    if (!this.current) return;
    this.current = undefined;
    this.changes.fire(undefined);
  }
}
