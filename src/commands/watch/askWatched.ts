import * as l10n from "@vscode/l10n";
import type { QuickPickItem } from "vscode";
import { labelKeys } from "../../settings";
import { pickIcon } from "../../views/tree/treeNode";
import { watchedByUrgency } from "../../views/watch/watchedFolders";
import { watchedInWords, watchedLabel } from "../../views/watch/watchedText";
import { UserError, type Services } from "../command";
import { askPick } from "../prompts/askPick";

export interface WatchedItem extends QuickPickItem {
  readonly id: string;
}

/**
 * Asks for a watched folder, the selected one first. The only one is taken without asking.
 * @returns its ID; undefined if cancelled
 * @throws UserError if no folder is watched
 */
export async function askWatched(services: Services, title: string): Promise<string | undefined> {
  const items = watchedItems(services);
  if (items.length === 1) return items[0]?.id;
  const selected = services.list.selectedNode?.target?.folderId;
  return askPick<WatchedItem, string>({
    title,
    placeholder: l10n.t("Choose a watched folder"),
    items: items.toSorted((a, b) => Number(b.id === selected) - Number(a.id === selected)),
    choiceOf: ({ id }) => id,
  });
}

/**
 * Lists the watched folders, most urgent first.
 * @throws UserError if no folder is watched
 */
export function watchedItems({
  folders,
  documents,
}: Pick<Services, "folders" | "documents">): readonly WatchedItem[] {
  const watched = watchedByUrgency(folders);
  if (watched.length === 0)
    throw new UserError(l10n.t("No folder is watched. Use the eye on a row to watch one."));
  return watched.map((one) => {
    const { id } = one;
    const { text, icon } = watchedInWords(one, documents.findings, Date.now());
    return {
      id,
      label: watchedLabel(one, labelKeys()),
      description: text,
      detail: id,
      iconPath: pickIcon(icon),
    };
  });
}
