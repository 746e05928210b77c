import { commands } from "vscode";
import { CONTEXT_KEYS, type ContextKeys } from "../ids";

/** Sets a context key. A failure is VS Code's own and has no consequence that we could mend. */
export function setContextKey<K extends keyof ContextKeys>(key: K, value: ContextKeys[K]): void {
  // eslint-disable-next-line no-restricted-syntax -- the one place
  void commands.executeCommand("setContext", CONTEXT_KEYS[key], value);
}
