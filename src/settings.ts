import { workspace } from "vscode";

const SECTION = "ozInspector";

/**
 * Reads a setting as the user wrote it. What a workspace or a folder says does not count (rule 7 of the design).
 * @returns the value in the user's settings, else the manifest's default; of whatever type it was given
 */
function readSetting(name: string): unknown {
  const found = workspace.getConfiguration(SECTION).inspect<unknown>(name);
  return found?.globalValue ?? found?.defaultValue;
}

/** @returns the metadata keys by which the user knows folders; what is no text is passed over */
export function labelKeys(): readonly string[] {
  const keys = readSetting("folders.labelKeys");
  return Array.isArray(keys) ? keys.filter((key): key is string => typeof key === "string") : [];
}

/** Calls back when one of our settings changed. */
export function onDidChangeSettings(callback: () => void): { dispose(): void } {
  return workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(SECTION)) callback();
  });
}
