import { ThemeIcon, window, type QuickInputButton, type QuickPickItem } from "vscode";
import { addConnection } from "./addConnection";
import { connectionItems, SEPARATOR, type ConnectionItem } from "./askConnection";
import { openSandbox } from "./openSandbox";
import { removeConnection } from "./removeConnection";
import { renameConnection } from "./renameConnection";
import type { Command, Services } from "./services";

const RENAME: QuickInputButton = { iconPath: new ThemeIcon("edit"), tooltip: "Rename" };
const REMOVE: QuickInputButton = { iconPath: new ThemeIcon("trash"), tooltip: "Remove" };

/** What the user wants: each is done when the list is closed. */
type Choice = (services: Services) => Promise<void> | void;

/** Lists the connections: one click shows another one, renames it or removes it. */
export const switchConnection: Command = async (services) => {
  const choice = await ask(services);
  await choice?.(services);
};

interface ChoiceItem extends QuickPickItem {
  readonly choice?: Choice;
}

function ask(services: Services): Promise<Choice | undefined> {
  const input = window.createQuickPick<ChoiceItem>();
  input.title = "Switch Connection";
  input.placeholder = "Which server to look at";
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  input.items = [
    ...connectionItems(services).map(switchItem),
    SEPARATOR,
    {
      label: "Add Connection…",
      iconPath: new ThemeIcon("add"),
      choice: (all) => addConnection(all, undefined),
    },
    {
      label: "Explore the Sandbox",
      iconPath: new ThemeIcon("beaker"),
      choice: (all) => openSandbox(all, undefined),
    },
  ];
  return new Promise((resolve) => {
    const choose = (choice: Choice | undefined): void => {
      resolve(choice);
      input.hide();
    };
    input.onDidAccept(() => choose(input.selectedItems[0]?.choice));
    input.onDidTriggerItemButton(({ button, item }) => {
      const { saved } = item as ChoiceItem & ConnectionItem;
      choose((all) =>
        button === RENAME ? renameConnection(all, saved.id) : removeConnection(all, saved.id),
      );
    });
    input.onDidHide(() => {
      input.dispose();
      resolve(undefined);
    });
    input.show();
  });
}

function switchItem(item: ConnectionItem): ChoiceItem & ConnectionItem {
  return {
    ...item,
    buttons: [RENAME, REMOVE],
    async choice({ connections, views }) {
      await connections.switchTo(item.saved.id);
      await views.list.focus();
    },
  };
}
