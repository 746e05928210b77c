import type { Memento } from "../../../src/base/memento";
import type { Secrets } from "../../../src/connections/secrets";
import { EventEmitter } from "../../standIn/values";

/** VS Code's `Memento` as it is after a restart: only JSON survives. */
export class TestMemory implements Memento {
  readonly values = new Map<string, string>();

  get(key: string): unknown {
    return JSON.parse(this.values.get(key) ?? "null");
  }

  update(key: string, value: unknown): Promise<void> {
    if (value === undefined) this.values.delete(key);
    else this.values.set(key, JSON.stringify(value));
    return Promise.resolve();
  }
}

/** VS Code's secret storage, which notifies every window of each change a moment later. */
export class TestSecrets implements Secrets {
  readonly values = new Map<string, string>();
  /** Whether it stores anything. */
  keeps = true;
  /** Keys whose deletion fails. */
  readonly undeletable = new Set<string>();
  private readonly changes = new EventEmitter<{ readonly key: string }>();

  readonly onDidChange = this.changes.event;

  get(key: string): Promise<string | undefined> {
    return Promise.resolve(this.values.get(key));
  }

  store(key: string, value: string): Promise<void> {
    if (this.keeps) this.change(key, () => this.values.set(key, value));
    return Promise.resolve();
  }

  delete(key: string): Promise<void> {
    if (this.undeletable.has(key)) return Promise.reject(new Error("The secret storage is locked."));
    if (this.values.has(key)) this.change(key, () => this.values.delete(key));
    return Promise.resolve();
  }

  private change(key: string, make: () => unknown): void {
    make();
    setImmediate(() => this.changes.fire({ key }));
  }
}
