import { languages, window, workspace, type Uri } from "vscode";
import { member } from "../../base/readJson";
import { plainReason } from "./plainReason";

/** Stands in a document until it is no JSON any more. */
const OPENING = "Opening as plain text…\n";
const PLAIN = "plaintext";
const NAMES_SCHEMA = "Shown as plain text: this JSON names a schema to fetch.";

/**
 * Shows as plain text what VS Code must not take for JSON, and has it in the document no sooner than it is that: JSON
 * of which a server names the schema, which VS Code would fetch from any address, and JSON that cannot be laid out.
 */
export class SchemaGuard {
  private readonly opening: { dispose(): void };

  /** @param redraw has VS Code ask for the text of a document again */
  constructor(redraw: (uri: Uri) => void) {
    this.opening = workspace.onDidOpenTextDocument((document) => {
      if (document.getText() === OPENING) redraw(document.uri);
    });
  }

  /** @returns what may stand in the document now, in the language that it has now */
  async admit(uri: Uri, text: string): Promise<string> {
    const reason = namesSchema(text) ? NAMES_SCHEMA : plainReason(text);
    if (reason === undefined) return text;
    const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    if (!document) return OPENING;
    if (document.languageId === PLAIN) return text;
    await languages.setTextDocumentLanguage(document, PLAIN);
    void window.showInformationMessage(reason);
    return text;
  }

  dispose(): void {
    this.opening.dispose();
  }
}

function namesSchema(text: string): boolean {
  return member(JSON.parse(text), "$schema") !== undefined;
}
