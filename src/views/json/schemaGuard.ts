import { languages, window, workspace, type Uri } from "vscode";
import { member } from "../../status/members";

/** Stands in a document until it is no JSON any more. */
const OPENING = "Opening as plain text…\n";
const PLAIN = "plaintext";

/**
 * Keeps VS Code from fetching what a server names as the schema of its JSON, which could be any address: such JSON is
 * shown as plain text, and is not in the document before it is that.
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
    if (!namesSchema(text)) return text;
    const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    if (!document) return OPENING;
    if (document.languageId === PLAIN) return text;
    await languages.setTextDocumentLanguage(document, PLAIN);
    void window.showInformationMessage("Shown as plain text: this JSON names a schema to fetch.");
    return text;
  }

  dispose(): void {
    this.opening.dispose();
  }
}

function namesSchema(text: string): boolean {
  return member(JSON.parse(text), "$schema") !== undefined;
}
