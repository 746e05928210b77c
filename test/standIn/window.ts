import type * as vscode from "vscode";
import { desk, note } from "./desk";
import { inputs } from "./inputs";
import { createTreeView } from "./treeView";
import { never, nothing } from "./values";

/** Records a message. The user answers a modal one by its first button, and ignores the buttons of any other. */
function message(what: "error" | "message") {
  return (text: string, options?: unknown, ...items: readonly unknown[]): Promise<undefined> => {
    note(what, text);
    const isQuestion = typeof options === "object" && options !== null && "modal" in options;
    return Promise.resolve(isQuestion ? (items[0] as undefined) : undefined);
  };
}

const ignore = (): void => undefined;

const log = {
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  show: () => note("log", ""),
  dispose: ignore,
} as unknown as vscode.LogOutputChannel;

const statusBarItem = { text: "", show: ignore, hide: ignore, dispose: ignore };

export const window = {
  ...inputs,
  createTreeView,
  createOutputChannel: () => log,
  state: { focused: true, active: true },
  onDidChangeWindowState: never,
  createStatusBarItem: () => statusBarItem as unknown as vscode.StatusBarItem,
  showErrorMessage: message("error"),
  showWarningMessage: message("message"),
  showInformationMessage: message("message"),
  setStatusBarMessage: (text: string): vscode.Disposable => {
    note("status", text);
    return nothing;
  },
  showSaveDialog: (options?: vscode.SaveDialogOptions): Promise<undefined> => {
    note("save", options?.defaultUri?.path ?? "");
    return Promise.resolve(undefined);
  },
  showTextDocument: (document: vscode.TextDocument | vscode.Uri): Promise<vscode.TextEditor> => {
    note("document", String("uri" in document ? document.uri : document));
    return Promise.resolve({ document } as vscode.TextEditor);
  },
  withProgress: <R>(_options: unknown, task: (...none: never[]) => Thenable<R>): Thenable<R> => task(),
  get activeTextEditor() {
    return desk.front && ({ document: desk.front, selection: {} } as unknown as vscode.TextEditor);
  },
  tabGroups: { all: [], onDidChangeTabs: never } as unknown as vscode.TabGroups,
  registerUriHandler: () => nothing,
  registerTerminalLinkProvider: () => nothing,
} satisfies Partial<typeof vscode.window>;
