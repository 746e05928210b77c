import { ThemeIcon, window, type QuickInputButton, type QuickPickItem } from "vscode";
import { connectionInWords } from "../../views/text/connectionText";
import type { Command, Services } from "../command";
import { askPick, SEPARATOR } from "../prompts/askPick";
import { addConnection } from "./addConnection";
import { askConnection, connectionItems } from "./askConnection";
import { askName } from "./askName";
import { markConnection } from "./markConnection";
import { openSandbox } from "./openSandbox";

const RENAME: QuickInputButton = { iconPath: new ThemeIcon("edit"), tooltip: "Rename" };
const MARK: QuickInputButton = { iconPath: new ThemeIcon("tag"), tooltip: "Mark" };
const REMOVE: QuickInputButton = { iconPath: new ThemeIcon("trash"), tooltip: "Remove" };

/** Runs once the list is closed. */
type Action = (services: Services) => Promise<void> | void;

interface ActionItem extends QuickPickItem {
  readonly action?: Action;
  readonly buttonAction?: (button: QuickInputButton) => Action;
}

const ADD: ActionItem = {
  label: "Add Connection…",
  iconPath: new ThemeIcon("add"),
  action: (services) => addConnection(services, undefined),
};

/** Not beside a sandbox, which does the same. */
const SANDBOX: ActionItem = {
  label: "Explore the Sandbox",
  iconPath: new ThemeIcon("beaker"),
  action: (services) => openSandbox(services, undefined),
};

/** Lists the connections, to switch to one, rename, mark or remove it. */
export const switchConnection: Command = async (services) => {
  const connections = connectionItems(services).map((item): ActionItem => {
    const { id } = item.saved;
    return {
      ...item,
      buttons: [RENAME, MARK, REMOVE],
      buttonAction: (button) => () => {
        if (button === REMOVE) return removeConnection(services, id);
        return (button === RENAME ? renameConnection : markConnection)(services, id);
      },
      async action() {
        services.connections.switchTo(id);
        await services.list.focus();
      },
    };
  });
  const hasSandbox = services.connections.all.some(({ kind }) => kind === "sandbox");
  const action = await askPick<ActionItem, Action>({
    title: "Switch Connection",
    placeholder: "Choose a connection",
    items: [...connections, SEPARATOR, ADD, ...(hasSandbox ? [] : [SANDBOX])],
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
  const title = "Rename Connection";
  const saved = connections.all.find(({ id }) => id === argument) ?? (await askConnection(services, title));
  if (!saved) return;
  const name = await askName(connections, {
    title,
    prompt: `Name of ${saved.baseUrl ?? "the sandbox"}`,
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
    connections.all.find(({ id }) => id === argument) ?? (await askConnection(services, "Remove Connection"));
  if (!saved) return;
  const detail =
    saved.kind === "sandbox"
      ? "You can open a sandbox again at any time."
      : "This deletes its session and its saved password, if any. Nothing changes on the server.";
  const remove = "Remove";
  const answer = await window.showWarningMessage(
    `Remove ${connectionInWords(saved)}?`,
    { modal: true, detail },
    remove,
  );
  if (answer === remove) await connections.remove(saved.id);
};
