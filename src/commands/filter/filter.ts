import * as l10n from "@vscode/l10n";
import { ThemeIcon, type QuickInputButton, type QuickPickItem } from "vscode";
import { MAX_NAME } from "../../base/limits";
import { plainText } from "../../base/plainText";
import { FilteredFolders } from "../../folders/filter/filteredFolders";
import { isEmpty, type FolderFilter } from "../../folders/filter/folderFilter";
import type { SavedFilter } from "../../folders/filter/savedFilters";
import type { Folders } from "../../folders/folders";
import { filterInWords } from "../../views/text/filterInWords";
import { UserError, type Command } from "../command";
import { askPick, SEPARATOR } from "../prompts/askPick";
import { askText } from "../prompts/askText";
import { requireConnection } from "../target/findTarget";
import { CONDITIONS, partInWords } from "./conditions";

const removeButton = (): QuickInputButton => ({
  iconPath: new ThemeIcon("trash"),
  tooltip: l10n.t("Remove"),
});

/** The filter to show, with its name if it is a saved one. */
interface ChosenFilter {
  readonly filter: FolderFilter;
  readonly name?: string | undefined;
}

/** @returns a changed filter to go on editing, the filter to show, or undefined if nothing changed */
type Step = () => Promise<FolderFilter | ChosenFilter | undefined>;

interface StepItem extends QuickPickItem {
  readonly step?: Step;
  readonly buttonStep?: Step;
}

/** Asks for a filter and shows the folders that match it. */
export const filter: Command = async (services) => {
  requireConnection(services);
  const { connections, folders, list } = services;
  const chosen = await editFilter(folders, folders.filter.current?.filter ?? {});
  if (!chosen) return;
  const { filter: conditions, name = filterInWords(conditions) } = chosen;
  const { store, reader } = folders;
  const filtered = isEmpty(conditions)
    ? undefined
    : new FilteredFolders(conditions, name, store, reader, connections.serverClock.now());
  folders.filter.set(filtered);
  await list.focus();
  await Promise.all([list.scrollToTop(), filtered && list.showProgress(filtered.searchMore())]);
};

/** Shows all folders again. */
export const clearFilter: Command = async ({ folders, list }) => {
  folders.filter.set(undefined);
  await list.scrollToTop();
};

/**
 * Lets the user add and change conditions until one chooses to show the folders, or take a saved filter.
 * @returns undefined if cancelled
 */
async function editFilter(folders: Folders, current: FolderFilter): Promise<ChosenFilter | undefined> {
  let edited = current;
  for (;;) {
    const step = await askPick<StepItem, Step>({
      title: l10n.t("Filter Folders"),
      placeholder: isEmpty(edited) ? l10n.t("Choose a condition") : filterInWords(edited),
      items: itemsFor(folders, edited),
      choiceOf: (item, button) => (button ? item.buttonStep : item.step),
    });
    if (!step) return undefined;
    const next = await step();
    if (next && "filter" in next) return next;
    edited = next ?? edited;
  }
}

function itemsFor(folders: Folders, edited: FolderFilter): StepItem[] {
  const conditions = CONDITIONS.map(({ label, part, ask }) => ({
    label: label(),
    description: partInWords(edited, part),
    step: async () => ({ ...edited, ...(await ask(edited, folders)) }),
  }));
  const saved = folders.savedFilters.all().map((one) => savedItem(folders, one, edited));
  const savedItems = saved.length === 0 ? [] : [{ ...SEPARATOR, label: l10n.t("Saved Filters") }, ...saved];
  if (isEmpty(edited)) return [...conditions, ...savedItems];
  const show: StepItem = {
    label: l10n.t("Show Folders"),
    description: filterInWords(edited),
    iconPath: new ThemeIcon("filter"),
    step: () => Promise.resolve({ filter: edited }),
  };
  const save: StepItem = {
    label: l10n.t("Save Filter…"),
    iconPath: new ThemeIcon("save"),
    step: () => saveFilter(folders, edited),
  };
  return [show, SEPARATOR, ...conditions, SEPARATOR, save, ...savedItems];
}

function savedItem(
  { savedFilters }: Folders,
  { name, filter: saved }: SavedFilter,
  edited: FolderFilter,
): StepItem {
  return {
    label: plainText(name, MAX_NAME),
    description: filterInWords(saved),
    iconPath: new ThemeIcon("filter"),
    buttons: [removeButton()],
    step: () => Promise.resolve({ filter: saved, name }),
    buttonStep: async () => {
      await savedFilters.remove(name);
      return edited;
    },
  };
}

/** @returns the filter with the name that it was saved under; undefined if cancelled */
async function saveFilter(
  { savedFilters }: Folders,
  edited: FolderFilter,
): Promise<ChosenFilter | undefined> {
  const name = await askText({
    title: l10n.t("Save Filter"),
    prompt: l10n.t("Name of the filter; replaces a saved filter of the same name"),
    accept: (text) => {
      if (text.trim() === "") throw new UserError(l10n.t("Enter a name."));
      return text.trim();
    },
  });
  if (name === undefined) return undefined;
  await savedFilters.put({ name, filter: edited });
  return { filter: edited, name };
}
