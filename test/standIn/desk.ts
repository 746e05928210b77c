import type { TextDocument, TreeDataProvider } from "vscode";

/** The user's desk: what the stand-in showed, and what the user does. */
export interface Desk {
  /** Everything shown, copied, opened and asked, in order. */
  readonly seen: Seen[];
  /** The answer to the next question for a text, or the text typed into the next list; undefined closes either. */
  typed: string | undefined;
  /** The text on the clipboard. */
  copied: string | Promise<string>;
  /** The document in the active editor. */
  front: TextDocument | undefined;
  /** The settings that differ from the manifest, by full name. */
  readonly settings: Map<string, unknown>;
  readonly commands: Map<string, (argument: unknown) => unknown>;
  /** The trees and their selected rows, by view ID. */
  readonly trees: Map<string, TreeDataProvider<unknown>>;
  readonly selections: Map<string, readonly unknown[]>;
  /** The views, by ID. Hidden until shown. */
  readonly views: Map<string, { setVisible(visible: boolean): void }>;
}

/** One thing that was shown or done. */
export interface Seen {
  readonly what:
    | "clipboard"
    | "command"
    | "document"
    | "error"
    | "external"
    | "input"
    | "list"
    | "log"
    | "message"
    | "reveal"
    | "save"
    | "status";
  readonly text: string;
}

export const desk: Desk = {
  seen: [],
  typed: undefined,
  copied: "",
  front: undefined,
  settings: new Map(),
  commands: new Map(),
  trees: new Map(),
  selections: new Map(),
  views: new Map(),
};

/** Records what was shown or done. */
export function note(what: Seen["what"], text: string): void {
  desk.seen.push({ what, text });
}

/** @returns what the user types now; the next question is closed */
export function takeTyped(): string | undefined {
  const { typed } = desk;
  desk.typed = undefined;
  return typed;
}

/** Clears the desk, as for a new window. */
export function clearDesk(): void {
  desk.seen.length = 0;
  desk.typed = undefined;
  desk.copied = "";
  desk.front = undefined;
  for (const map of [desk.settings, desk.commands, desk.trees, desk.selections, desk.views]) map.clear();
}
