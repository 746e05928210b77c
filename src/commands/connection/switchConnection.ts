import { ThemeIcon, type QuickInputButton, type QuickPickItem } from "vscode";
import { connectionItems, SEPARATOR, type ConnectionItem } from "../prompts/askConnection";
import { askPick } from "../prompts/askPick";
import type { Command, Services } from "../services";
import { addConnection } from "./addConnection";
import { openSandbox } from "./openSandbox";
import { removeConnection } from "./removeConnection";
import { renameConnection } from "./renameConnection";

const RENAME: QuickInputButton = { iconPath: new ThemeIcon("edit"), tooltip: "Rename" };
const REMOVE: QuickInputButton = { iconPath: new ThemeIcon("trash"), tooltip: "Remove" };

/** What the user wants: each is done when the list is closed. */
type Choice = (services: Services) => Promise<void> | void;

interface ChoiceItem extends QuickPickItem {
  readonly choice?: Choice;
  readonly buttonChoice?: (button: QuickInputButton) => Choice;
}

const OTHERS: readonly ChoiceItem[] = [
  {
    label: "Add Connection…",
    iconPath: new ThemeIcon("add"),
    choice: (services) => addConnection(services, undefined),
  },
  {
    label: "Explore the Sandbox",
    iconPath: new ThemeIcon("beaker"),
    choice: (services) => openSandbox(services, undefined),
  },
];

/** Lists the connections: one click shows another one, renames it or removes it. */
export const switchConnection: Command = async (services) => {
  const choice = await askPick<ChoiceItem, Choice>({
    title: "Switch Connection",
    placeholder: "Which server to look at",
    items: [...connectionItems(services).map(itemOf), SEPARATOR, ...OTHERS],
    choiceOf: (item, button) => (button ? item.buttonChoice?.(button) : item.choice),
  });
  await choice?.(services);
};

function itemOf(item: ConnectionItem): ChoiceItem {
  const { id } = item.saved;
  return {
    ...item,
    buttons: [RENAME, REMOVE],
    buttonChoice: (button) => (services) =>
      (button === RENAME ? renameConnection : removeConnection)(services, id),
    async choice({ connections, views }) {
      await connections.switchTo(id);
      await views.list.focus();
    },
  };
}
