import type { TextDocument, TreeDataProvider } from "vscode";

/** What stands before the user of the stand-in, and what was put there. */
export interface Desk {
  /** What was shown, copied, opened and asked, in the order in which it was. */
  readonly seen: Seen[];
  /** What is typed when an ID or another text is asked for; undefined closes the question. */
  typed: string | undefined;
  /** The document in front. */
  front: TextDocument | undefined;
  /** The settings that are not as the manifest has them, by their whole names. */
  readonly settings: Map<string, unknown>;
  readonly commands: Map<string, (argument: unknown) => unknown>;
  /** The trees, by the IDs of their views, and which rows are selected there. */
  readonly trees: Map<string, TreeDataProvider<unknown>>;
  readonly selections: Map<string, readonly unknown[]>;
}

/** One thing that was shown or done, and the text that tells what exactly. */
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
  front: undefined,
  settings: new Map(),
  commands: new Map(),
  trees: new Map(),
  selections: new Map(),
};

/** Takes note of what was shown or done. */
export function note(what: Seen["what"], text: string): void {
  desk.seen.push({ what, text });
}

/** Clears the desk, as for a new window. */
export function clearDesk(): void {
  desk.seen.length = 0;
  desk.typed = undefined;
  desk.front = undefined;
  for (const map of [desk.settings, desk.commands, desk.trees, desk.selections]) map.clear();
}
