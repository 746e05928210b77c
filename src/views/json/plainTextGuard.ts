import * as l10n from "@vscode/l10n";
import { languages, window, workspace, type TextDocument, type Uri } from "vscode";
import { inDigits } from "../../base/language";
import { MAX_JSON_LENGTH } from "../../base/limits";
import { member } from "../../base/readJson";
import { SCHEMES } from "../../ids";
import { parseText } from "../../oz/http/jsonText";
import { plainReason } from "./prettyJson";

/** Shown in a document until its language is plain text. */
const placeholder = (): string => `${l10n.t("Opening as plain text…")}\n`;
const PLAIN = "plaintext";

/**
 * Turns JSON that VS Code must not treat as such into plain text, and says why once.
 * - JSON that names a schema, which VS Code would fetch from any URL, and JSON that cannot be formatted: its text is held
 *   back until the document is plain text.
 * - Large JSON, when it is opened. The user can switch it back.
 */
export class PlainTextGuard {
  /** The URIs of large documents that were turned into plain text once. */
  private readonly turned = new Set<string>();
  private readonly subscriptions: readonly { dispose(): void }[];

  /** @param redraw makes VS Code request the text of a document again */
  constructor(redraw: (uri: Uri) => void) {
    this.subscriptions = [
      workspace.onDidOpenTextDocument((document) => {
        if (document.getText() === placeholder()) redraw(document.uri);
        else this.turnIfLarge(document);
      }),
      // A change of language closes a document, too, but leaves `isClosed` false.
      workspace.onDidCloseTextDocument(({ uri, isClosed }) => {
        if (isClosed) this.turned.delete(uri.toString());
      }),
    ];
  }

  /** @returns the text to show now: a placeholder until a document that must be plain text is open */
  async textFor(uri: Uri, text: string): Promise<string> {
    const reason = namesSchema(text)
      ? l10n.t("Shown as plain text: this JSON names a schema to fetch.")
      : plainReason(text);
    if (reason === undefined) return text;
    const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    if (!document) return placeholder();
    if (document.languageId !== PLAIN) {
      await languages.setTextDocumentLanguage(document, PLAIN);
      void window.showInformationMessage(reason);
    }
    return text;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private turnIfLarge(document: TextDocument): void {
    const uri = document.uri.toString();
    const size = document.getText().length;
    if (document.uri.scheme !== SCHEMES.json || size <= MAX_JSON_LENGTH || this.turned.has(uri)) return;
    this.turned.add(uri);
    void languages.setTextDocumentLanguage(document, PLAIN);
    void window.showInformationMessage(
      l10n.t(
        "Shown as plain text: this JSON has {0} MB.",
        inDigits(Math.round((size * 10) / 1024 / 1024) / 10),
      ),
    );
  }
}

function namesSchema(text: string): boolean {
  return member(parseText(text).json, "$schema") !== undefined;
}
