import * as l10n from "@vscode/l10n";
import { window } from "vscode";
import type { Notify } from "../../folders/watch/watchMemory";
import { UserError, type Command, type Services } from "../command";
import { askId, selectedAndRunning } from "../target/askId";
import { findTarget } from "../target/findTarget";
import { askWatched } from "./askWatched";

const choices = (): readonly { readonly label: string; readonly notify: Notify | undefined }[] => [
  { label: l10n.t("Always"), notify: "always" },
  { label: l10n.t("On every result except success without ⚠"), notify: "problems" },
  { label: l10n.t("Never"), notify: "never" },
  { label: l10n.t("As in the settings"), notify: undefined },
];

/**
 * Watches a folder, in addition to those already watched.
 * @param argument see `findTarget`; if missing, the running folders are offered first
 */
export const watchFolder: Command = async (services, argument) => {
  const target = await findTarget(services, argument, l10n.t("Watch Folder"), askUnwatched);
  if (target) services.folders.watches.start(target.folderId);
};

function askUnwatched(services: Services, title: string): Promise<string | undefined> {
  return askId(services, title, selectedAndRunning(services));
}

/**
 * Stops watching a folder.
 * @param argument see `findTarget`; if missing, the user chooses among the watched folders
 */
export const unwatchFolder: Command = async (services, argument) => {
  const target = await findTarget(services, argument, l10n.t("Stop Watching"), askWatched);
  if (target) services.folders.watches.stop(target.folderId);
};

/**
 * Lets the user choose when to be notified about one watched folder.
 * @param argument see `findTarget`; if missing, the user chooses among the watched folders
 */
export const chooseNotifications: Command = async (services, argument) => {
  const { watches } = services.folders;
  const title = l10n.t("Choose Notifications");
  const target = await findTarget(services, argument, title, askWatched);
  if (!target) return;
  const id = target.folderId;
  if (!watches.has(id)) throw new UserError(l10n.t("This folder is not watched."));
  const current = watches.notifyOf(id);
  const items = choices().map((choice) => ({
    ...choice,
    description:
      choice.notify === current
        ? l10n.t({ message: "current", comment: "Beside the present choice in a list" })
        : "",
  }));
  const chosen = await window.showQuickPick(items, {
    title,
    placeHolder: l10n.t("When to be notified about this folder"),
  });
  if (chosen) watches.setNotify(id, chosen.notify);
};
