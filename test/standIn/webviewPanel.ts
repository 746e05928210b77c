import type * as vscode from "vscode";
import { desk, note } from "./desk";
import { hold } from "./held";
import { EventEmitter } from "./values";

/** Stands in for a panel, and for its page in `desk`. */
export function createWebviewPanel(_type: string, title: string): vscode.WebviewPanel {
  note("panel", title);
  const ends = new EventEmitter<void>();
  const messages = new EventEmitter<unknown>();
  const sent: unknown[] = [];
  const holding = hold("panel", () => {
    desk.panel = undefined;
    ends.fire();
  });
  const webview = {
    html: "",
    cspSource: "https://webview.example",
    asWebviewUri: (uri: vscode.Uri) => uri,
    postMessage: (message: unknown) => Promise.resolve(sent.push(message) > 0),
    onDidReceiveMessage: messages.event,
  };
  const close = (): void => void holding.dispose();
  desk.panel = {
    get html() {
      return webview.html;
    },
    sent,
    send: (message) => messages.fire(message),
    close,
  };
  const panel = { title, visible: true, webview, reveal: () => undefined, onDidDispose: ends.event };
  return { ...panel, dispose: close } as unknown as vscode.WebviewPanel;
}
