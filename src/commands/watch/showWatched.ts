import { ThemeIcon, type QuickInputButton, type QuickPickItem } from "vscode";
import { shortId } from "../../oz/model/id";
import { presentFolder, resultInWords } from "../../views/text/folderText";
import { themeIcon } from "../../views/tree/treeNode";
import {
  unknownIcon,
  unknownInWords,
  watchedByUrgency,
  type Watched,
} from "../../views/watch/watchedFolders";
import { UserError, type Command } from "../command";
import { explainResult } from "../folder/explainResult";
import { lookUpFolder } from "../folder/lookUpFolder";
import { openJson } from "../json/openJson";
import { askPick } from "../prompts/askPick";
import { unwatchFolder } from "./watchFolder";

/** The buttons of each folder in the list, with what they run. */
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

/**
 * Lists the watched folders, most urgent first. Choosing one looks it up; its buttons explain it, open its JSON or stop
 * watching it.
 */
export const showWatched: Command = async (services) => {
  const watched = watchedByUrgency(services.folders);
  if (watched.length === 0) throw new UserError("No folder is watched. Use the eye on a row to watch one.");
  const choice = await askPick<WatchedItem, Choice>({
    title: "Watched Folders",
    placeholder: "Folder to show",
    items: watched.map(itemOf),
    choiceOf: ({ id }, button) => {
      const run = button ? ACTIONS.find((action) => action === button)?.run : lookUpFolder;
      return run && { id, run };
    },
  });
  await choice?.run(services, choice.id);
};

function itemOf(watched: Watched): WatchedItem {
  const { id, folder } = watched;
  return {
    id,
    label: shortId(id),
    description: folder ? resultInWords(folder.resolution) : unknownInWords(watched),
    detail: id,
    iconPath: folder ? themeIcon(presentFolder(folder.resolution)) : new ThemeIcon(unknownIcon(watched)),
    buttons: ACTIONS,
  };
}
