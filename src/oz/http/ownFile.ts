import * as l10n from "@vscode/l10n";
import { OzError } from "./ozError";

/**
 * Loads a file of the extension that has its own, see `esbuild.mjs`. VS Code deletes the files of a version that it has
 * replaced, also while a window still runs it.
 * @param load the `import()`
 * @throws OzError if the file is gone: Node's own error has paths of this machine
 */
export async function loadOwnFile<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "MODULE_NOT_FOUND")) throw error;
    const message = l10n.t("A file of Oz Inspector is gone, as after an update. Reload the window.");
    throw new OzError("outdatedWindow", message, { origin: "" });
  }
}
