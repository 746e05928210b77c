import * as l10n from "@vscode/l10n";
import { ThemeIcon, window, type QuickInputButton, type QuickPickItem } from "vscode";
import { connectionInWords } from "../../views/text/connectionText";
import type { Command, Services } from "../command";
import { askPick, SEPARATOR } from "../prompts/askPick";
import { addConnection } from "./addConnection";
import { askConnection, connectionItems } from "./askConnection";
import { askName } from "./askName";
import { markConnection } from "./markConnection";
import { openSandbox } from "./openSandbox";

/** Runs once the list is closed. */
type Action = (services: Services) => Promise<void> | void;

interface ActionItem extends QuickPickItem {
  readonly action?: Action;
  readonly buttonAction?: (button: QuickInputButton) => Action;
}

/** Lists the connections, to switch to one, rename, mark or remove it. */
export const switchConnection: Command = async (services) => {
  const [rename, mark, remove] = [
    { iconPath: new ThemeIcon("edit"), tooltip: l10n.t("Rename") },
    {
      iconPath: new ThemeIcon("tag"),
      tooltip: l10n.t({ message: "Mark", comment: "A button: marks a connection with a word" }),
    },
    { iconPath: new ThemeIcon("trash"), tooltip: l10n.t("Remove") },
  ];
  const connections = connectionItems(services).map((item): ActionItem => {
    const { id } = item.saved;
    return {
      ...item,
      buttons: [rename, mark, remove],
      buttonAction: (button) => () => {
        if (button === remove) return removeConnection(services, id);
        return (button === rename ? renameConnection : markConnection)(services, id);
      },
      async action() {
        services.connections.switchTo(id);
        await services.list.focus();
        await services.list.scrollToTop();
      },
    };
  });
  const add: ActionItem = {
    label: l10n.t("Add Connection…"),
    iconPath: new ThemeIcon("add"),
    action: () => addConnection(services, undefined),
  };
  const sandbox: ActionItem = {
    label: l10n.t("Explore the Sandbox"),
    iconPath: new ThemeIcon("beaker"),
    action: () => openSandbox(services, undefined),
  };
  // Not beside a sandbox, which does the same.
  const hasSandbox = services.connections.all.some(({ kind }) => kind === "sandbox");
  const action = await askPick<ActionItem, Action>({
    title: l10n.t("Switch Connection"),
    placeholder: l10n.t("Choose a connection"),
    items: [...connections, SEPARATOR, add, ...(hasSandbox ? [] : [sandbox])],
    choiceOf: (item, button) => (button ? item.buttonAction?.(button) : item.action),
  });
  await action?.(services);
};

/**
 * Renames a connection.
 * @param argument its ID; asked for if missing
 */
export const renameConnection: Command = async (services, argument) => {
  const { connections } = services;
  const title = l10n.t("Rename Connection");
  const saved = connections.all.find(({ id }) => id === argument) ?? (await askConnection(services, title));
  if (!saved) return;
  const name = await askName(connections, {
    title,
    prompt: saved.kind === "sandbox" ? l10n.t("Name of the sandbox") : l10n.t("Name of {0}", saved.baseUrl),
    value: saved.name,
    id: saved.id,
  });
  if (name !== undefined) await connections.rename(saved.id, { name });
};

/**
 * Deletes a connection and its secrets, once the user has confirmed.
 * @param argument its ID; asked for if missing
 */
export const removeConnection: Command = async (services, argument) => {
  const { connections } = services;
  const saved =
    connections.all.find(({ id }) => id === argument) ??
    (await askConnection(services, l10n.t("Remove Connection")));
  if (!saved) return;
  const detail =
    saved.kind === "sandbox"
      ? l10n.t("You can open a sandbox again at any time.")
      : l10n.t("This deletes its session and its saved password, if any. Nothing changes on the server.");
  const remove = l10n.t("Remove");
  const answer = await window.showWarningMessage(
    l10n.t("Remove {0}?", connectionInWords(saved)),
    { modal: true, detail },
    remove,
  );
  if (answer === remove) await connections.remove(saved.id);
};
