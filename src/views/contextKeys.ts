import { commands } from "vscode";

/** The context keys that the manifest's `when` clauses ask for, and their values. */
export interface ContextKeys {
  "ozInspector.connection": "none" | "signedOut" | "active";
  "ozInspector.sandbox": boolean;
  "ozInspector.watching": boolean;
  "ozInspector.filtered": boolean;
  "ozInspector.webConsole": boolean;
}

/** Sets a context key. A failure is VS Code's own and has no consequence that we could mend. */
export function setContextKey<K extends keyof ContextKeys>(key: K, value: ContextKeys[K]): void {
  // eslint-disable-next-line no-restricted-syntax -- the one place
  void commands.executeCommand("setContext", key, value);
}
