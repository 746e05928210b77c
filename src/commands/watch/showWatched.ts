import * as l10n from "@vscode/l10n";
import { ThemeIcon, type QuickInputButton } from "vscode";
import type { Command } from "../command";
import { explainResult } from "../folder/explainResult";
import { revealFolder } from "../folder/revealFolder";
import { openJson } from "../json/openJson";
import { askPick } from "../prompts/askPick";
import { watchedItems, type WatchedItem } from "./askWatched";
import { unwatchFolder } from "./watchFolder";

/** The buttons of each folder in the list, with what they run. */
const actions = (): readonly (QuickInputButton & { readonly run: Command })[] => [
  { iconPath: new ThemeIcon("lightbulb"), tooltip: l10n.t("Explain Result"), run: explainResult },
  { iconPath: new ThemeIcon("json"), tooltip: l10n.t("Open JSON"), run: openJson },
  { iconPath: new ThemeIcon("eye-closed"), tooltip: l10n.t("Stop Watching"), run: unwatchFolder },
];

interface Choice {
  readonly id: string;
  readonly run: Command;
}

/**
 * Lists the watched folders, most urgent first. Choosing one reveals it; its buttons explain it, open its JSON or stop
 * watching it.
 */
export const showWatched: Command = async (services) => {
  const buttons = actions();
  const choice = await askPick<WatchedItem, Choice>({
    title: l10n.t("Watched Folders"),
    placeholder: l10n.t("Choose a folder"),
    items: watchedItems(services).map((item) => ({ ...item, buttons })),
    choiceOf: ({ id }, button) => {
      const run = button ? buttons.find((action) => action === button)?.run : revealFolder;
      return run && { id, run };
    },
  });
  await choice?.run(services, choice.id);
};
