import type * as vscode from "vscode";
import { note } from "./desk";
import { hold } from "./held";
import { EventEmitter } from "./values";

/** Stands in for a panel: what it shows is for UI tests. */
export function createWebviewPanel(_type: string, title: string): vscode.WebviewPanel {
  note("panel", title);
  const ends = new EventEmitter<void>();
  const messages = new EventEmitter<unknown>();
  const holding = hold("panel", () => ends.fire());
  return {
    title,
    visible: true,
    webview: {
      html: "",
      cspSource: "",
      asWebviewUri: (uri: vscode.Uri) => uri,
      postMessage: () => Promise.resolve(true),
      onDidReceiveMessage: messages.event,
    },
    reveal: () => undefined,
    onDidDispose: ends.event,
    dispose: () => void holding.dispose(),
  } as unknown as vscode.WebviewPanel;
}
