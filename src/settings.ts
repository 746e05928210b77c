import { workspace } from "vscode";
import { NOTIFY, type Notify } from "./folders/watch/watchMemory";
import { type TEAM_SETTINGS, type USER_SETTINGS } from "./ids";

const SECTION = "ozInspector";

/** What VS Code tells of a setting; the two parts of `globalValue` are missing in its types. */
interface Found {
  readonly defaultValue?: unknown;
  readonly globalValue?: unknown;
  readonly globalLocalValue?: unknown;
  readonly globalRemoteValue?: unknown;
}

/**
 * Reads a setting as the user wrote it. What a workspace or a dev container says does not count (rule 7 of the design).
 * @returns the value in the user's settings, else the manifest's default; of whatever type it was given
 */
function readUserSetting(name: (typeof USER_SETTINGS)[number]): unknown {
  const found: Found = workspace.getConfiguration(SECTION).inspect<unknown>(name) ?? {};
  // VS Code 1.100 lets what a remote machine says in a nested object pass for the user's, whatever the scope.
  const own = found.globalRemoteValue === undefined ? found.globalValue : found.globalLocalValue;
  return own ?? found.defaultValue;
}

/** Reads a setting that a team may keep in its workspace, since it steers nothing but what is shown. */
function readTeamSetting(name: (typeof TEAM_SETTINGS)[number]): unknown {
  return workspace.getConfiguration(SECTION).get<unknown>(name);
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((text): text is string => typeof text === "string") : [];
}

/** @returns the metadata keys by which the user knows folders; what is no text is passed over */
function labelKeys(): readonly string[] {
  return texts(readUserSetting("folders.labelKeys"));
}

/** @returns the codes of findings that nobody wants to see; what is no text is passed over */
function hiddenFindings(): readonly string[] {
  return texts(readTeamSetting("findings.hidden"));
}

/** @returns the ids of languages in whose documents a hover looks ids up by itself; what is no text is passed over */
export function hoverLookUpLanguages(): readonly string[] {
  return texts(readUserSetting("hover.lookUpLanguages"));
}

/** @returns milliseconds that processing may take; 0, which is no limit, for anything but a positive number */
export function processingLimit(): number {
  const seconds = readTeamSetting("findings.processingLimit");
  return typeof seconds === "number" && seconds > 0 ? seconds * 1000 : 0;
}

/** @returns when to tell of the end of a watched folder; always, for anything but one of the words */
export function notify(): Notify {
  const value = readUserSetting("watch.notify");
  return NOTIFY.find((word) => word === value) ?? "always";
}

/** @returns where the user's web console shows a folder, with `{folder_id}` in it; "" where none was named */
export function webConsoleFolderUrl(): string {
  const value = readUserSetting("webConsole.folderUrl");
  return typeof value === "string" ? value : "";
}

/** Settings that every row asks for when it is drawn, which would each time cost more than the rest of the row. */
export class RowSettings {
  private keys: readonly string[] | undefined;
  private hidden: readonly string[] | undefined;

  /** See `labelKeys`. */
  readonly labelKeys = (): readonly string[] => (this.keys ??= labelKeys());

  /** See `hiddenFindings`. */
  readonly hiddenFindings = (): readonly string[] => (this.hidden ??= hiddenFindings());

  /** To be called when a setting has changed. */
  forget(): void {
    this.keys = undefined;
    this.hidden = undefined;
  }
}

/** Calls back when one of our settings changed. */
export function onDidChangeSettings(callback: () => void): { dispose(): void } {
  return workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(SECTION)) callback();
  });
}
