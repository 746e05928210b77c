import { commands, type Uri } from "vscode";

/**
 * Shows an explanation in the Markdown preview, in a tab of its own. The preview is locked: another one follows the editor,
 * and would show any other Markdown file that is opened.
 */
export async function openPreview(uri: Uri): Promise<void> {
  await commands.executeCommand("markdown.showPreview", uri, undefined, { locked: true });
}
