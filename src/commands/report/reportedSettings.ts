import type { TEAM_SETTINGS, USER_SETTINGS } from "../../ids";
import {
  hiddenFindings,
  hoverLookUpLanguages,
  labelKeys,
  lookUpKeys,
  notify,
  processingLimit,
  requestTimeLimit,
  tellsMetadata,
  usesProxySettings,
  webConsoleFolderUrl,
} from "../../settings";
import { FINDING_CODES } from "../../status/finding";

type SettingName = (typeof USER_SETTINGS)[number] | (typeof TEAM_SETTINGS)[number];

/** @returns the settings as a public report may show them: no address, and of what users name themselves only how many */
export function reportedSettings(): Readonly<Record<SettingName | "proxy", string>> {
  return {
    "folders.labelKeys": howMany(labelKeys()),
    "findings.hidden": knownCodes(hiddenFindings()),
    "findings.processingLimit": inSeconds(processingLimit()),
    "hover.lookUpLanguages": howMany(hoverLookUpLanguages()),
    "lookUp.keys": howMany(lookUpKeys()),
    "requests.timeLimit": inSeconds(requestTimeLimit()),
    "tools.includeMetadata": String(tellsMetadata()),
    "watch.notify": notify(),
    "webConsole.folderUrl": webConsoleFolderUrl() === "" ? "unset" : "set",
    proxy: usesProxySettings() ? "by VS Code's settings" : "none",
  };
}

function howMany(values: readonly string[]): string {
  return values.length === 0 ? "none" : `${values.length} set`;
}

function knownCodes(codes: readonly string[]): string {
  const known = codes.filter((code) => Object.hasOwn(FINDING_CODES, code));
  const others = codes.length - known.length;
  return [known.join(", ") || "none", ...(others === 0 ? [] : [`and ${others} unknown`])].join(" ");
}

function inSeconds(milliseconds: number): string {
  return `${milliseconds / 1000} s`;
}
