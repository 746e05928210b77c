import { languages, window, workspace, type Disposable } from "vscode";
import { SCHEMES } from "../../ids";

/** Beyond this, in characters, what VS Code does for JSON makes it slow. */
const LARGEST = 5 * 1024 * 1024;

/** Makes plain text of JSON documents that are very large when they are opened, and says so once. */
export function openLargeAsText(): Disposable[] {
  const told = new Set<string>();
  return [
    workspace.onDidOpenTextDocument((document) => {
      const uri = document.uri.toString();
      const size = document.getText().length;
      // Not again: who makes JSON of it by hand wants it so.
      if (document.uri.scheme !== SCHEMES.json || size <= LARGEST || told.has(uri)) return;
      told.add(uri);
      void languages.setTextDocumentLanguage(document, "plaintext");
      void window.showInformationMessage(
        `Shown as plain text: this JSON has ${(size / 1024 / 1024).toFixed(1)} MB.`,
      );
    }),
    // A change of the language closes a document too, but does not end it.
    workspace.onDidCloseTextDocument(({ uri, isClosed }) => {
      if (isClosed) told.delete(uri.toString());
    }),
  ];
}
