import { window } from "vscode";
import type { Notify } from "../../folders/watch/watchMemory";
import { UserError, type Command } from "../command";
import { findTarget } from "../target/findTarget";
import { askWatched } from "./askWatched";

const CHOICES: readonly { readonly label: string; readonly notify: Notify | undefined }[] = [
  { label: "Always", notify: "always" },
  { label: "On every result except success without ⚠", notify: "problems" },
  { label: "Never", notify: "never" },
  { label: "As in the settings", notify: undefined },
];

/**
 * Watches a folder, in addition to those already watched.
 * @param argument see `findTarget`
 */
export const watchFolder: Command = async (services, argument) => {
  const target = await findTarget(services, argument, "Watch Folder");
  if (target) services.folders.watches.start(target.folderId);
};

/**
 * Stops watching a folder.
 * @param argument see `findTarget`; if missing, the user chooses among the watched folders
 */
export const unwatchFolder: Command = async (services, argument) => {
  const target = await findTarget(services, argument, "Stop Watching", askWatched);
  if (target) services.folders.watches.stop(target.folderId);
};

/**
 * Lets the user choose when to be notified about one watched folder.
 * @param argument see `findTarget`; if missing, the user chooses among the watched folders
 */
export const chooseNotifications: Command = async (services, argument) => {
  const { watches } = services.folders;
  const target = await findTarget(services, argument, "Choose Notifications", askWatched);
  if (!target) return;
  const id = target.folderId;
  if (!watches.has(id)) throw new UserError("This folder is not watched.");
  const current = watches.notifyOf(id);
  const items = CHOICES.map((choice) => ({
    ...choice,
    description: choice.notify === current ? "current" : "",
  }));
  const chosen = await window.showQuickPick(items, {
    title: "Choose Notifications",
    placeHolder: "When to be notified about this folder",
  });
  if (chosen) watches.setNotify(id, chosen.notify);
};
