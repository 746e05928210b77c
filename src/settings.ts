import { workspace } from "vscode";
import { MAX_LOOK_UP_KEYS } from "./base/limits";
import { NOTIFY, type Notify } from "./folders/watch/watchMemory";
import { type TEAM_SETTINGS, type USER_SETTINGS } from "./ids";

const SECTION = "ozInspector";

/** The ID of the setting that `notify` reads, by which VS Code opens it. */
export const NOTIFY_SETTING = `${SECTION}.watch.notify`;

/** The values of a setting. VS Code's types lack the two parts of `globalValue`. */
interface Inspected {
  readonly defaultValue?: unknown;
  readonly globalValue?: unknown;
  readonly globalLocalValue?: unknown;
  readonly globalRemoteValue?: unknown;
}

/**
 * Reads a setting of the user, ignoring the workspace and dev containers (rule 7 of the design).
 * @returns the value in the user's settings, else the default; of any type
 */
function readUserSetting(name: (typeof USER_SETTINGS)[number]): unknown {
  const values: Inspected = workspace.getConfiguration(SECTION).inspect<unknown>(name) ?? {};
  // VS Code 1.100 takes nested objects in a remote machine's settings for the user's, whatever the scope.
  const userValue = values.globalRemoteValue === undefined ? values.globalValue : values.globalLocalValue;
  return userValue ?? values.defaultValue;
}

/** Reads a setting that a workspace may set, because it only affects what is shown. */
function readTeamSetting(name: (typeof TEAM_SETTINGS)[number]): unknown {
  return workspace.getConfiguration(SECTION).get<unknown>(name);
}

/** @returns the strings in a list; none if it is not a list */
function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((text): text is string => typeof text === "string") : [];
}

/** @returns the metadata keys that label folders */
export function labelKeys(): readonly string[] {
  return strings(readUserSetting("folders.labelKeys"));
}

/** @returns the codes of findings to hide */
export function hiddenFindings(): readonly string[] {
  return strings(readTeamSetting("findings.hidden"));
}

/** @returns the languages in which hovering an ID looks it up automatically */
export function hoverLookUpLanguages(): readonly string[] {
  return strings(readUserSetting("hover.lookUpLanguages"));
}

/**
 * @returns the metadata keys by which values are looked up. Left out are those without a character but blanks, and those
 * after the first `MAX_LOOK_UP_KEYS`
 */
export function lookUpKeys(): readonly string[] {
  const keys = strings(readUserSetting("lookUp.keys")).map((key) => key.trim());
  return [...new Set(keys)].filter((key) => key !== "").slice(0, MAX_LOOK_UP_KEYS);
}

/** @returns milliseconds that processing may take; 0 (no limit) for anything but a positive number */
export function processingLimit(): number {
  const seconds = readTeamSetting("findings.processingLimit");
  return typeof seconds === "number" && seconds > 0 ? seconds * 1000 : 0;
}

/** @returns milliseconds that a request may take, up to 10 minutes; 30 s for anything but a positive number of seconds */
export function requestTimeLimit(): number {
  const seconds = readUserSetting("requests.timeLimit");
  return typeof seconds === "number" && seconds > 0 ? Math.min(seconds, 600) * 1000 : 30_000;
}

/** @returns whether language models get the metadata of folders, which they otherwise do not */
export function tellsMetadata(): boolean {
  return readUserSetting("tools.includeMetadata") === true;
}

/** @returns whether VS Code connects requests as its proxy settings say; without a value of the setting it does not */
export function usesProxySettings(): boolean {
  return (workspace.getConfiguration("http").get<unknown>("proxySupport") ?? "off") !== "off";
}

/**
 * @returns whether the user wants little to move; false for "auto", as extensions are not told what the system asks for.
 * VS Code spins the icons of extensions anyway
 */
export function reducesMotion(): boolean {
  return workspace.getConfiguration("workbench").get<unknown>("reduceMotion") === "on";
}

/** @returns when to notify of the end of a watched folder; "always" for unknown values */
export function notify(): Notify {
  const value = readUserSetting("watch.notify");
  return NOTIFY.find((word) => word === value) ?? "always";
}

/** @returns the URL of a folder in the web console, with `{folder_id}` in it; "" if not set */
export function webConsoleFolderUrl(): string {
  const value = readUserSetting("webConsole.folderUrl");
  return typeof value === "string" ? value : "";
}

/** Cached settings that every row needs: reading them costs more than drawing the rest of the row. */
export class RowSettings {
  private keys: readonly string[] | undefined;
  private hidden: readonly string[] | undefined;

  /** See `labelKeys`. */
  readonly labelKeys = (): readonly string[] => (this.keys ??= labelKeys());

  /** See `hiddenFindings`. */
  readonly hiddenFindings = (): readonly string[] => (this.hidden ??= hiddenFindings());

  /** Must be called when a setting has changed. */
  clear(): void {
    this.keys = undefined;
    this.hidden = undefined;
  }
}

/** Calls back when one of our settings has changed, or one of VS Code's by which our icons look different. */
export function onDidChangeSettings(callback: () => void): { dispose(): void } {
  return workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(SECTION) || event.affectsConfiguration("workbench.reduceMotion"))
      callback();
  });
}
