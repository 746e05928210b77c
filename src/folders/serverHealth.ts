import type { OzError } from "../oz/errors";
import { Emitter } from "./emitter";

/** Why the server could not be read, and since when in epoch milliseconds. */
export interface Failure {
  readonly error: OzError;
  readonly since: number;
}

/** Whether the server answers. What was read before stays on screen; this says how far it can be trusted. */
export class ServerHealth {
  private readonly changes = new Emitter<Failure | undefined>();
  private current: Failure | undefined;

  readonly onDidChange = this.changes.event;

  /** The failure that lasts; undefined while the server answers. */
  get failure(): Failure | undefined {
    return this.current;
  }

  /** @param at epoch milliseconds; a failure that goes on for the same reason keeps its first moment */
  failed(error: OzError, at: number): void {
    if (this.current?.error.message === error.message) return;
    this.current = { error, since: this.current?.since ?? at };
    this.changes.fire(this.current);
  }

  answered(): void {
    if (!this.current) return;
    this.current = undefined;
    this.changes.fire(undefined);
  }
}
