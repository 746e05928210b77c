import { commands } from "vscode";
import { CONTEXT_KEYS, type ContextKeys } from "../ids";

const NAMES = Object.keys(CONTEXT_KEYS) as (keyof ContextKeys)[];

/** Sets the context keys: all of them at the start, because VS Code keeps old ones when the extension host restarts. */
export class ContextKeyWriter {
  private readonly written: { [K in keyof ContextKeys]?: ContextKeys[K] } = {};

  /** @param values computes all keys; called now and by `update` */
  constructor(private readonly values: () => ContextKeys) {
    this.update();
  }

  /** Sets the keys that have changed. Must be called when any may have. */
  update(): void {
    const values = this.values();
    for (const name of NAMES) this.write(name, values[name]);
  }

  private write<K extends keyof ContextKeys>(name: K, value: ContextKeys[K]): void {
    if (this.written[name] === value) return;
    this.written[name] = value;
    // The failure would be VS Code's own and cannot be handled here.
    // eslint-disable-next-line no-restricted-syntax -- the only place
    void commands.executeCommand("setContext", CONTEXT_KEYS[name], value);
  }
}
