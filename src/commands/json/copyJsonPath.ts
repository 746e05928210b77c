import { window } from "vscode";
import { readJsonUri } from "../../views/documentUri";
import { copyText } from "../copy/copyText";
import type { Command } from "../services";
import { UserError } from "../userError";

/** Copies the path that leads to what stands at the cursor of a JSON document. */
export const copyJsonPath: Command = async ({ views }) => {
  const editor = window.activeTextEditor;
  const { json } = views.documents;
  if (!editor || !readJsonUri(editor.document.uri))
    throw new UserError("Put the cursor into a JSON document of Oz Inspector first.");
  const { document, selection } = editor;
  const path = json.pathAt(document, selection.active);
  if (path === undefined)
    throw new UserError("This JSON is too large or nested too deeply to find paths in it.");
  await copyText(path, path);
};
