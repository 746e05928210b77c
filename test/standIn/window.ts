import type * as vscode from "vscode";
import { desk, note } from "./desk";
import { tabGroups } from "./documents";
import { hold } from "./held";
import { inputs } from "./inputs";
import { createTreeView } from "./treeView";
import { EventEmitter, nothing } from "./values";
import { createWebviewPanel } from "./webviewPanel";

/** Records a message. The user answers a modal one by its first button, and any other as `desk.pressed` says. */
function message(what: "error" | "message") {
  return (text: string, options?: unknown, ...items: readonly unknown[]): Promise<undefined> => {
    note(what, text);
    const isQuestion = typeof options === "object" && options !== null && "modal" in options;
    const pressed = [options, ...items].find((item) => item !== undefined && titleOf(item) === desk.pressed);
    return Promise.resolve((isQuestion ? items[0] : pressed) as undefined);
  };
}

/** @returns what a button shows */
function titleOf(item: unknown): unknown {
  return typeof item === "object" && item !== null && "title" in item ? item.title : item;
}

const ignore = (): void => undefined;

const write = (line: string): void => desk.log(line);

const createLog = (): vscode.LogOutputChannel => {
  const holding = hold("log");
  return {
    debug: write,
    info: write,
    warn: write,
    error: write,
    show: () => note("log", ""),
    dispose: () => void holding.dispose(),
  } as unknown as vscode.LogOutputChannel;
};

const focus = new EventEmitter<vscode.WindowState>();

export const window = {
  ...inputs,
  createTreeView,
  createWebviewPanel,
  createOutputChannel: createLog,
  state: { focused: true, active: true },
  onDidChangeWindowState: focus.event,
  createStatusBarItem: (id?: unknown) => {
    const holding = hold("status bar item");
    const dispose = (): void => void holding.dispose();
    const { waitItem } = desk;
    const item =
      id === "ozInspector.newFolders"
        ? Object.assign(waitItem, {
            show: () => (waitItem.isShown = true),
            hide: () => (waitItem.isShown = false),
            dispose,
          })
        : Object.assign(desk.statusBarItem, { show: ignore, hide: ignore, dispose });
    return item as unknown as vscode.StatusBarItem;
  },
  showErrorMessage: message("error"),
  showWarningMessage: message("message"),
  showInformationMessage: message("message"),
  setStatusBarMessage: (text: string): vscode.Disposable => {
    note("status", text);
    return nothing;
  },
  showSaveDialog: (options?: vscode.SaveDialogOptions): Promise<vscode.Uri | undefined> => {
    note("save", options?.defaultUri?.path ?? "");
    return Promise.resolve(desk.file);
  },
  showTextDocument: (document: vscode.TextDocument | vscode.Uri): Promise<vscode.TextEditor> => {
    note("document", String("uri" in document ? document.uri : document));
    return Promise.resolve({ document } as vscode.TextEditor);
  },
  withProgress: <R>(
    options: vscode.ProgressOptions,
    task: (progress: vscode.Progress<unknown>, token: vscode.CancellationToken) => Thenable<R>,
  ): Thenable<R> => {
    const cancelling = new EventEmitter<unknown>();
    if (options.cancellable) desk.cancel = () => cancelling.fire(undefined);
    const token = { isCancellationRequested: false, onCancellationRequested: cancelling.event };
    return task({ report: ignore }, token);
  },
  get activeTextEditor() {
    return desk.front && ({ document: desk.front, selection: {} } as unknown as vscode.TextEditor);
  },
  tabGroups,
  registerUriHandler: () => hold("URI handler"),
  registerTerminalLinkProvider: () => hold("terminal links"),
} satisfies Partial<typeof vscode.window>;
