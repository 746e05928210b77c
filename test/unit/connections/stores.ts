import type { Memory } from "../../../src/folders/memory";
import type { Secrets } from "../../../src/connections/tokenStore";

/** VS Code's store of JSON values, as it is after a restart: nothing but JSON survives. */
export class TestMemory implements Memory {
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

/** VS Code's store of secrets. */
export class TestSecrets implements Secrets {
  readonly values = new Map<string, string>();

  get(key: string): Promise<string | undefined> {
    return Promise.resolve(this.values.get(key));
  }

  store(key: string, value: string): Promise<void> {
    this.values.set(key, value);
    return Promise.resolve();
  }

  delete(key: string): Promise<void> {
    this.values.delete(key);
    return Promise.resolve();
  }
}
