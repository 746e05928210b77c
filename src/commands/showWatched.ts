import { ThemeIcon, window, type QuickInputButton, type QuickPickItem } from "vscode";
import { unknownIcon, unknownInWords, watchedByUrgency, type Watched } from "../views/watch/byUrgency";
import { shortId } from "../oz/id";
import { presentFolder, resultInWords } from "../views/text/folderText";
import { explainResult } from "./explainResult";
import { lookUpFolder } from "./lookUpFolder";
import { openJson } from "./openJson";
import type { Command } from "./services";
import { unwatchFolder } from "./unwatchFolder";
import { UserError } from "./userError";

/** What the buttons of an entry do. */
const ACTIONS: readonly (QuickInputButton & { readonly run: Command })[] = [
  { iconPath: new ThemeIcon("lightbulb"), tooltip: "Explain Result", run: explainResult },
  { iconPath: new ThemeIcon("json"), tooltip: "Open JSON", run: openJson },
  { iconPath: new ThemeIcon("eye-closed"), tooltip: "Stop Watching", run: unwatchFolder },
];

interface WatchedItem extends QuickPickItem {
  readonly id: string;
}

interface Choice {
  readonly id: string;
  readonly run: Command;
}

/** Lists the watched folders, the most urgent first: one click shows one, explains it, opens its JSON or lets it go. */
export const showWatched: Command = async (services) => {
  const watched = watchedByUrgency(services.folders);
  if (watched.length === 0) throw new UserError("No folder is watched: watch one with the eye on its row.");
  const choice = await ask(watched.map(itemOf));
  await choice?.run(services, choice.id);
};

function itemOf(watched: Watched): WatchedItem {
  const { id, folder } = watched;
  const words = folder ? resultInWords(folder.resolution) : unknownInWords(watched);
  const icon = folder ? presentFolder(folder.resolution).icon : unknownIcon(watched);
  return {
    id,
    label: shortId(id),
    description: words,
    detail: id,
    iconPath: new ThemeIcon(icon),
    buttons: ACTIONS,
  };
}

function ask(items: readonly WatchedItem[]): Promise<Choice | undefined> {
  const input = window.createQuickPick<WatchedItem>();
  input.title = "Watched Folders";
  input.placeholder = "Which folder to show";
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  input.items = items;
  return new Promise((resolve) => {
    const choose = (choice: Choice | undefined): void => {
      resolve(choice);
      input.hide();
    };
    input.onDidAccept(() => {
      const [item] = input.selectedItems;
      choose(item && { id: item.id, run: lookUpFolder });
    });
    input.onDidTriggerItemButton(({ button, item }) => {
      const action = ACTIONS.find(({ tooltip }) => tooltip === button.tooltip);
      choose(action && { id: item.id, run: action.run });
    });
    input.onDidHide(() => {
      input.dispose();
      resolve(undefined);
    });
    input.show();
  });
}
