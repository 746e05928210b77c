import { window } from "vscode";
import type { Notify } from "../../folders/watch/watchMemory";
import type { Command } from "../services";
import { folderIdFor } from "../target/askId";
import { UserError } from "../userError";

const CHOICES: readonly { readonly label: string; readonly notify: Notify | undefined }[] = [
  { label: "Always", notify: "always" },
  { label: "On anything but success", notify: "problems" },
  { label: "Never", notify: "never" },
  { label: "As in the settings", notify: undefined },
];

/**
 * Lets the user choose when to be told of the end of one watched folder.
 * @param argument a row, or a folder's id; asked for when missing
 */
export const chooseNotifications: Command = async (services, argument) => {
  const { watches } = services.folders;
  const id = await folderIdFor(services, argument, "Choose Notifications");
  if (id === undefined) return;
  if (!watches.has(id)) throw new UserError("This folder is not watched.");
  const present = watches.notifyOf(id);
  const items = CHOICES.map((choice) => ({
    ...choice,
    description: choice.notify === present ? "chosen now" : "",
  }));
  const chosen = await window.showQuickPick(items, {
    title: "Choose Notifications",
    placeHolder: "When to be told of the end of this folder",
  });
  if (chosen) watches.setNotify(id, chosen.notify);
};
