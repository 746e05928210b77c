import type { CodeLensProvider, LanguageModelTool, TextDocument, TreeDataProvider, Uri } from "vscode";

/** The user's desk: what the stand-in showed, and what the user does. */
export interface Desk {
  /** Everything shown, copied, opened and asked, in order. */
  readonly seen: Seen[];
  /** The answer to the next question for a text, or the text typed into the next list; undefined closes either. */
  typed: string | undefined;
  /** The user types only when this resolves; undefined: at once. */
  waits: Promise<unknown> | undefined;
  /** Whether questions stay open, as `asking`, until the test answers them; `typed` and `moves` then do nothing. */
  patient: boolean;
  /** The question on screen while `patient`. */
  asking: Question | undefined;
  /** How many rows down the user moves in a list when it is shown. */
  moves: number;
  /** The button that the user presses on a message that has it; undefined ignores them. */
  pressed: string | undefined;
  /** Cancels the last work that had a button for that. */
  cancel: () => void;
  /** Where the user saves a file; undefined closes the dialog. */
  file: Uri | undefined;
  /** The text on the clipboard. */
  copied: string | Promise<string>;
  /** Whether the window is in a browser. */
  inBrowser: boolean;
  /** Of the window: another one after it was reloaded. */
  sessionId: string;
  /** The open documents of content providers, by URI. */
  readonly documents: Map<string, OpenDocument>;
  /** The document in the active editor. */
  front: TextDocument | undefined;
  /** The settings that differ from the manifest, by full name. */
  readonly settings: Map<string, unknown>;
  readonly commands: Map<string, (argument: unknown) => unknown>;
  /** What language models call, by name. */
  readonly tools: Map<string, LanguageModelTool<unknown>>;
  /** What draws lines above documents, by scheme. */
  readonly lenses: Map<string, CodeLensProvider>;
  readonly contextKeys: Map<string, unknown>;
  /** The trees and their selected rows, by view ID. */
  readonly trees: Map<string, TreeDataProvider<unknown>>;
  readonly selections: Map<string, readonly unknown[]>;
  /** The views, by ID. Hidden until shown. */
  readonly views: Map<string, ShownView>;
  /** The last panel; undefined if it was closed. */
  panel: ShownPanel | undefined;
  /** Receives each line of the log. */
  log: (line: string) => void;
  /** The item of new folders in the status bar. */
  readonly waitItem: {
    isShown?: boolean;
    text?: string;
    tooltip?: { readonly value: string };
    accessibilityInformation?: { label: string };
  };
  /** The item of watched folders in the status bar. */
  readonly statusBarItem: {
    text?: string;
    tooltip?: { readonly value: string };
    backgroundColor?: { readonly id: string } | undefined;
    accessibilityInformation?: { label: string };
  };
}

/** A document of a content provider. Like VS Code, it keeps its text while it cannot be provided anew. */
export interface OpenDocument {
  readonly document: TextDocument;
  text: string;
  /** The group of editors that shows it; by default the first. */
  readonly column?: number;
}

/** A question on screen. Answering fails if it is no longer there. */
export interface Question {
  readonly title: string | undefined;
  readonly prompt: string | undefined;
  readonly placeholder: string | undefined;
  /** Such as 2 of 4; undefined if it stands alone. */
  readonly step: number | undefined;
  readonly totalSteps: number | undefined;
  /** The text in it. */
  readonly value: string;
  /** What is wrong with the last answer. */
  readonly problem: string | undefined;
  /** Types a text, which replaces the one there. */
  type(text: string): void;
  /** Types a text, which replaces the one there, and presses Enter. */
  enter(text: string): void;
  /** Clicks the item with a label. */
  choose(label: string): void;
  /** Presses Back. */
  goBack(): void;
  close(): void;
}

/** A view as the user sees it. */
interface ShownView {
  readonly title: string | undefined;
  readonly message: string | undefined;
  setVisible(visible: boolean): void;
}

/** A panel as its page sees it. */
interface ShownPanel {
  readonly html: string;
  /** What the page was sent, in order. */
  readonly sent: readonly unknown[];
  /** Sends a message from the page. */
  send(message: unknown): void;
  close(): void;
}

/** One thing that was shown or done. */
export interface Seen {
  readonly what:
    | "clipboard"
    | "close"
    | "command"
    | "document"
    | "error"
    | "external"
    | "input"
    | "list"
    | "log"
    | "message"
    | "panel"
    | "reveal"
    | "save"
    | "status";
  readonly text: string;
}

const ignore = (): void => undefined;

export const desk: Desk = {
  seen: [],
  typed: undefined,
  waits: undefined,
  patient: false,
  asking: undefined,
  moves: 0,
  pressed: undefined,
  cancel: ignore,
  file: undefined,
  copied: "",
  inBrowser: false,
  sessionId: "first",
  documents: new Map(),
  front: undefined,
  settings: new Map(),
  commands: new Map(),
  tools: new Map(),
  lenses: new Map(),
  contextKeys: new Map(),
  trees: new Map(),
  selections: new Map(),
  views: new Map(),
  panel: undefined,
  log: ignore,
  waitItem: {},
  statusBarItem: {},
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
  desk.waits = undefined;
  desk.patient = false;
  desk.asking = undefined;
  desk.moves = 0;
  desk.pressed = undefined;
  desk.cancel = ignore;
  desk.file = undefined;
  desk.copied = "";
  desk.inBrowser = false;
  desk.sessionId = "first";
  desk.front = undefined;
  desk.log = ignore;
  const { documents, settings, commands, tools, lenses, contextKeys, trees, selections, views } = desk;
  for (const map of [documents, settings, commands, tools, lenses, contextKeys, trees, selections, views])
    map.clear();
}
