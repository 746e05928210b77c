import * as l10n from "@vscode/l10n";
import { ThemeIcon, type QuickInputButton, type QuickPickItem } from "vscode";
import { awaitedInWords } from "../../views/text/waitText";
import type { Command, Services } from "../command";
import { explainResult } from "../folder/explainResult";
import { revealFolder } from "../folder/revealFolder";
import { openJson } from "../json/openJson";
import { askPick, SEPARATOR } from "../prompts/askPick";
import { watchedItems } from "./askWatched";
import { stopWatchingNewFolders } from "./newFolders";
import { unwatchFolder } from "./watchFolder";

/** The buttons of each folder in the list, with what they run. */
const actions = (): readonly (QuickInputButton & { readonly run: Command })[] => [
  { iconPath: new ThemeIcon("lightbulb"), tooltip: l10n.t("Explain Result"), run: explainResult },
  { iconPath: new ThemeIcon("json"), tooltip: l10n.t("Open JSON"), run: openJson },
  { iconPath: new ThemeIcon("eye-closed"), tooltip: l10n.t("Stop Watching"), run: unwatchFolder },
];

/** What an item stands for: a watched folder with its ID, or something else to do. */
interface Item extends QuickPickItem {
  readonly id?: string;
  readonly run?: Command;
}

type Choice = Pick<Item, "id"> & { readonly run: Command };

/**
 * Lists the watched folders, most urgent first. Choosing one reveals it; its buttons explain it, open its JSON or stop
 * watching it. While new folders are waited for, the last item stops that.
 */
export const showWatched: Command = async (services) => {
  const buttons = actions();
  const waiting = waitItems(services);
  // Throws if none is watched, unless there is something else to list.
  const watched =
    waiting.length > 0 && services.folders.watches.ids.length === 0 ? [] : watchedItems(services);
  const choice = await askPick<Item, Choice>({
    title: l10n.t("Watched Folders"),
    placeholder: watched.length === 0 ? l10n.t("No folder has arrived yet") : l10n.t("Choose a folder"),
    items: [
      ...watched.map((item) => ({ ...item, buttons, run: revealFolder })),
      ...(watched.length > 0 && waiting.length > 0 ? [SEPARATOR] : []),
      ...waiting,
    ],
    choiceOf: ({ id, run }, button) => {
      const chosen = button ? buttons.find((action) => action === button)?.run : run;
      return chosen && { id, run: chosen };
    },
  });
  await choice?.run(services, choice.id);
};

function waitItems({ folders: { arrivals } }: Services): readonly Item[] {
  const wait = arrivals.current;
  if (!wait) return [];
  const label = l10n.t("Stop Waiting for New Folders");
  return [
    {
      label,
      description: awaitedInWords(wait),
      iconPath: new ThemeIcon("stop-circle"),
      run: stopWatchingNewFolders,
    },
  ];
}
