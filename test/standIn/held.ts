import type * as vscode from "vscode";

/** How many things of each kind the extension holds of VS Code: listeners, registrations and items that it has not disposed of. */
export const held = new Map<string, number>();

export const Disposable = class {
  constructor(readonly dispose: () => void) {}
} as unknown as typeof vscode.Disposable;

/**
 * Counts a thing until it is disposed of.
 * @param release called then, once
 */
export function hold(kind: string, release: () => void = () => undefined): vscode.Disposable {
  count(kind, 1);
  let isHeld = true;
  return new Disposable(() => {
    if (!isHeld) return;
    isHeld = false;
    count(kind, -1);
    release();
  });
}

function count(kind: string, change: 1 | -1): void {
  const now = (held.get(kind) ?? 0) + change;
  if (now === 0) held.delete(kind);
  else held.set(kind, now);
}
