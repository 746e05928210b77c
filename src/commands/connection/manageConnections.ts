import { ThemeIcon, window, type QuickInputButton, type QuickPickItem } from "vscode";
import type { SavedConnection } from "../../connections/savedConnection";
import type { Command, Services } from "../command";
import { askPick, SEPARATOR } from "../prompts/askPick";
import { addConnection } from "./addConnection";
import { askName } from "./askName";
import { openSandbox } from "./openSandbox";

const RENAME: QuickInputButton = { iconPath: new ThemeIcon("edit"), tooltip: "Rename" };
const REMOVE: QuickInputButton = { iconPath: new ThemeIcon("trash"), tooltip: "Remove" };

/** Runs once the list is closed. */
type Action = (services: Services) => Promise<void> | void;

interface ActionItem extends QuickPickItem {
  readonly action?: Action;
  readonly buttonAction?: (button: QuickInputButton) => Action;
}

const OTHER_ITEMS: readonly ActionItem[] = [
  {
    label: "Add Connection…",
    iconPath: new ThemeIcon("add"),
    action: (services) => addConnection(services, undefined),
  },
  {
    label: "Explore the Sandbox",
    iconPath: new ThemeIcon("beaker"),
    action: (services) => openSandbox(services, undefined),
  },
];

/** Lists the connections, to switch to one, rename it or remove it. */
export const switchConnection: Command = async (services) => {
  const connections = connectionItems(services).map((item): ActionItem => {
    const { id } = item.saved;
    return {
      ...item,
      buttons: [RENAME, REMOVE],
      buttonAction: (button) => () => (button === RENAME ? renameConnection : removeConnection)(services, id),
      async action() {
        services.connections.switchTo(id);
        await services.list.focus();
      },
    };
  });
  const action = await askPick<ActionItem, Action>({
    title: "Switch Connection",
    placeholder: "Choose a connection",
    items: [...connections, SEPARATOR, ...OTHER_ITEMS],
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
  if (name !== undefined) await connections.rename(saved.id, name);
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
  const answer = await window.showWarningMessage(`Remove ${saved.name}?`, { modal: true, detail }, remove);
  if (answer === remove) await connections.remove(saved.id);
};

/** @returns the only connection, or the one that the user picks; undefined if there is none, or none was picked */
async function askConnection(services: Services, title: string): Promise<SavedConnection | undefined> {
  const items = connectionItems(services);
  if (items.length < 2) return items[0]?.saved;
  const options = {
    title,
    placeHolder: "Choose a connection",
    matchOnDescription: true,
    matchOnDetail: true,
  };
  return (await window.showQuickPick(items, options))?.saved;
}

interface ConnectionItem extends QuickPickItem {
  readonly saved: SavedConnection;
}

function connectionItems({ connections }: Services): ConnectionItem[] {
  const { current } = connections;
  return connections.all.map((saved) => {
    const isCurrent = saved.id === current?.saved.id;
    const icon = isCurrent ? "check" : saved.kind === "sandbox" ? "beaker" : "server";
    return {
      label: saved.name,
      description: accountOf(saved, isCurrent ? current.signedIn : undefined),
      detail: saved.baseUrl ?? "Sample data on this machine",
      iconPath: new ThemeIcon(icon),
      saved,
    };
  });
}

/** @param signedIn as this window knows it; undefined for the saved state */
function accountOf(saved: SavedConnection, signedIn: boolean | undefined): string {
  if (saved.kind === "sandbox") return "";
  const account = saved.email ?? "access token";
  return (signedIn ?? saved.signedIn) ? account : `${account}, signed out`;
}
