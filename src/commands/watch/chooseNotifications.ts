import { window } from "vscode";
import type { Notify } from "../../folders/watch/watchMemory";
import type { Command } from "../services";
import { findTarget } from "../target/findTarget";
import { UserError } from "../userError";

const CHOICES: readonly { readonly label: string; readonly notify: Notify | undefined }[] = [
  { label: "Always", notify: "always" },
  { label: "On anything but success", notify: "problems" },
  { label: "Never", notify: "never" },
  { label: "As in the settings", notify: undefined },
];

/**
 * Lets the user choose when to be told of the end of one watched folder.
 * @param argument see `findTarget`
 */
export const chooseNotifications: Command = async (services, argument) => {
  const { watches } = services.folders;
  const target = await findTarget(services, argument, "Choose Notifications");
  if (!target) return;
  const id = target.folderId;
  if (!watches.has(id)) throw new UserError("This folder is not watched.");
  const present = watches.notifyOf(id);
  const items = CHOICES.map((choice) => ({
    ...choice,
    description: choice.notify === present ? "chosen now" : "",
  }));
  const chosen = await window.showQuickPick(items, {
    title: "Choose Notifications",
    placeHolder: "When to be notified about this folder",
  });
  if (chosen) watches.setNotify(id, chosen.notify);
};
