import { Emitter } from "../../base/emitter";
import type { OzError } from "../../oz/http/ozError";

/** Why requests to the server fail. */
export interface Failure {
  readonly error: OzError;
  /** The first failure, in epoch milliseconds. */
  readonly since: number;
  /** The last answer, in epoch milliseconds; undefined if there was none. */
  readonly lastAnswer: number | undefined;
}

/** Whether the server answers, and if not, why and since when. */
export class ServerHealth {
  private readonly changes = new Emitter<Failure | undefined>();
  private current: Failure | undefined;
  private lastAnswer: number | undefined;

  readonly onDidChange = this.changes.event;

  /** The present failure; undefined while the server answers. */
  get failure(): Failure | undefined {
    return this.current;
  }

  /** @param at epoch milliseconds; a failure for the same reason keeps its first time */
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

  /** Forgets everything, because the connection has changed. */
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
