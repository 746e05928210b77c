import { Emitter } from "../../base/emitter";
import type { OzError } from "../../oz/http/errors";

/** Why the server could not be read. */
export interface Failure {
  readonly error: OzError;
  /** When it failed first, in epoch milliseconds. */
  readonly since: number;
  /** When it answered last, in epoch milliseconds; undefined when it never did. */
  readonly lastAnswer: number | undefined;
}

/** Whether the server answers. What was read before stays on screen; this says how far it can be trusted. */
export class ServerHealth {
  private readonly changes = new Emitter<Failure | undefined>();
  private current: Failure | undefined;
  private lastAnswer: number | undefined;

  readonly onDidChange = this.changes.event;

  /** The failure that lasts; undefined while the server answers. */
  get failure(): Failure | undefined {
    return this.current;
  }

  /** @param at epoch milliseconds; a failure that goes on for the same reason keeps its first moment */
  failed(error: OzError, at: number): void {
    if (this.current?.error.message === error.message) return;
    this.current = { error, since: this.current?.since ?? at, lastAnswer: this.lastAnswer };
    this.changes.fire(this.current);
  }

  /** @param at epoch milliseconds */
  answered(at: number): void {
    this.lastAnswer = at;
    this.recover();
  }

  /** Begins anew, as with another server. */
  forget(): void {
    this.lastAnswer = undefined;
    this.recover();
  }

  private recover(): void {
    if (!this.current) return;
    this.current = undefined;
    this.changes.fire(undefined);
  }
}
