import { languages, window, workspace, type TextDocument, type Uri } from "vscode";
import { member } from "../../base/readJson";
import { SCHEMES } from "../../ids";
import { plainReason } from "./prettyJson";

/** Shown in a document until its language is plain text. */
const OPENING = "Opening as plain text…\n";
const PLAIN = "plaintext";

/** Characters above which VS Code's features for JSON make it slow. */
const MAX_SIZE = 5 * 1024 * 1024;

/**
 * Turns documents into plain text that VS Code must not treat as JSON, and says why once.
 * - JSON in which the server names a schema, which VS Code would fetch from any URL, and JSON that cannot be formatted:
 *   its text is held back until the document is plain text.
 * - Large JSON, when it is opened. The user can switch it back.
 */
export class PlainTextGuard {
  private readonly large = new Set<string>();
  private readonly subscriptions: readonly { dispose(): void }[];

  /** @param redraw makes VS Code request the text of a document again */
  constructor(redraw: (uri: Uri) => void) {
    this.subscriptions = [
      workspace.onDidOpenTextDocument((document) => {
        if (document.getText() === OPENING) redraw(document.uri);
        else this.showLarge(document);
      }),
      // A change of language closes a document, too, but leaves `isClosed` false.
      workspace.onDidCloseTextDocument(({ uri, isClosed }) => {
        if (isClosed) this.large.delete(uri.toString());
      }),
    ];
  }

  /** @returns the text that the document may have in its present language */
  async admit(uri: Uri, text: string): Promise<string> {
    const reason = namesSchema(text)
      ? "Shown as plain text: this JSON names a schema to fetch."
      : plainReason(text);
    if (reason === undefined) return text;
    const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    if (!document) return OPENING;
    if (document.languageId !== PLAIN) {
      await languages.setTextDocumentLanguage(document, PLAIN);
      void window.showInformationMessage(reason);
    }
    return text;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private showLarge(document: TextDocument): void {
    const uri = document.uri.toString();
    const size = document.getText().length;
    if (document.uri.scheme !== SCHEMES.json || size <= MAX_SIZE || this.large.has(uri)) return;
    this.large.add(uri);
    void languages.setTextDocumentLanguage(document, PLAIN);
    void window.showInformationMessage(
      `Shown as plain text: this JSON has ${(size / 1024 / 1024).toFixed(1)} MB.`,
    );
  }
}

function namesSchema(text: string): boolean {
  return member(JSON.parse(text), "$schema") !== undefined;
}
