import type * as vscode from "vscode";
import { desk } from "./desk";
import { EventEmitter } from "./values";

const changes = new EventEmitter<vscode.ConfigurationChangeEvent>();

export const onDidChangeConfiguration = changes.event;

/** Changes a user setting, by its full name. */
export function changeSetting(name: string, value: unknown): void {
  desk.settings.set(name, value);
  changes.fire({ affectsConfiguration: (section) => name.startsWith(section) });
}
