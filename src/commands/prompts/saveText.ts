import { randomUUID } from "node:crypto";
import { homedir } from "node:os";
import path from "node:path";
import * as l10n from "@vscode/l10n";
import { Uri, window, workspace } from "vscode";
import { plainText } from "../../base/plainText";
import { UserError } from "../command";

/** A type of file, as the dialog lists it. */
export interface FileType {
  /** For example "JSON". */
  readonly label: string;
  /** Without a dot. */
  readonly extension: string;
}

/**
 * Asks where to save something.
 * @param name of the file that is suggested, without extension; may be a server's text
 * @returns undefined if cancelled
 */
export async function askFile(
  title: string,
  name: string,
  { label, extension }: FileType,
): Promise<Uri | undefined> {
  const suggested = `${name.replace(/[^\w-]/g, "_").slice(0, 100)}.${extension}`;
  return await window.showSaveDialog({
    title,
    defaultUri: Uri.file(path.join(homedir(), suggested)),
    filters: { [label]: [extension] },
  });
}

/** @returns the name of a file, to tell the user */
export function fileName(file: Uri): string {
  return plainText(path.posix.basename(file.path));
}

/**
 * Writes a file that the user chose. It writes a temporary file and renames it: VS Code empties a file before it writes, so a
 * failure would lose the old one.
 * @throws UserError
 */
export async function saveText(file: Uri, text: string): Promise<void> {
  // eslint-disable-next-line no-restricted-properties -- the only place: it writes where the user chose, and reads nothing
  const files = workspace.fs;
  const temporary = file.with({ path: `${file.path}.${randomUUID().slice(0, 8)}.tmp` });
  try {
    await files.writeFile(temporary, new TextEncoder().encode(text));
  } catch {
    await Promise.resolve(files.delete(temporary)).catch(() => undefined);
    throw new UserError(
      l10n.t("{0} could not be written. Check that its folder exists and is writable.", fileName(file)),
    );
  }
  try {
    await files.rename(temporary, file, { overwrite: true });
  } catch {
    // Kept, as VS Code may have deleted the old file already.
    throw new UserError(
      l10n.t(
        "{0} could not be replaced. What was to be saved is beside it, as {1}.",
        fileName(file),
        fileName(temporary),
      ),
    );
  }
}
