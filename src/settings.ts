import { workspace } from "vscode";

const SECTION = "ozInspector";

/**
 * Reads a setting as the user wrote it. What a workspace or a folder says does not count (rule 7 of the design).
 * @returns the value in the user's settings, else the manifest's default; of whatever type it was given
 */
function readUserSetting(name: string): unknown {
  const found = workspace.getConfiguration(SECTION).inspect<unknown>(name);
  return found?.globalValue ?? found?.defaultValue;
}

/** Reads a setting that a team may keep in its workspace, since it steers nothing but what is shown. */
function readTeamSetting(name: string): unknown {
  return workspace.getConfiguration(SECTION).get<unknown>(name);
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((text): text is string => typeof text === "string") : [];
}

/** @returns the metadata keys by which the user knows folders; what is no text is passed over */
export function labelKeys(): readonly string[] {
  return texts(readUserSetting("folders.labelKeys"));
}

/** @returns the codes of findings that nobody wants to see; what is no text is passed over */
export function hiddenFindings(): readonly string[] {
  return texts(readTeamSetting("findings.hidden"));
}

/** @returns milliseconds that processing may take; 0, which is no limit, for anything but a positive number */
export function processingLimit(): number {
  const seconds = readTeamSetting("findings.processingLimit");
  return typeof seconds === "number" && seconds > 0 ? seconds * 1000 : 0;
}

/** Calls back when one of our settings changed. */
export function onDidChangeSettings(callback: () => void): { dispose(): void } {
  return workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(SECTION)) callback();
  });
}
