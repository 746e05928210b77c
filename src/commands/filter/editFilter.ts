import { ThemeIcon, type QuickInputButton, type QuickPickItem } from "vscode";
import { plainText } from "../../base/plainText";
import { isEmpty, type FolderFilter } from "../../folders/filter/folderFilter";
import { SavedFilters, type SavedFilter } from "../../folders/filter/savedFilters";
import { filterInWords } from "../../views/text/filterInWords";
import { SEPARATOR } from "../prompts/askConnection";
import { askPick } from "../prompts/askPick";
import { askText } from "../prompts/askText";
import type { Services } from "../services";
import { UserError } from "../userError";
import { CONDITIONS, partInWords } from "./conditions";

const REMOVE: QuickInputButton = { iconPath: new ThemeIcon("trash"), tooltip: "Remove" };

/** A filter to be shown: with the name that it is kept under, if it is. */
export interface ChosenFilter {
  readonly filter: FolderFilter;
  readonly name?: string | undefined;
}

/** Changes the filter and asks on, or says what to show. */
type Step = () => Promise<FolderFilter | ChosenFilter | undefined>;

interface StepItem extends QuickPickItem {
  readonly step?: Step;
  readonly buttonStep?: Step;
}

/**
 * Lets the user put a filter together, one condition after the other, or take one that was kept.
 * @returns undefined when the user closed the list: nothing is to change
 */
export async function editFilter(
  services: Services,
  present: FolderFilter,
): Promise<ChosenFilter | undefined> {
  const saved = new SavedFilters(services.memory);
  let filter = present;
  for (;;) {
    const step = await askPick<StepItem, Step>({
      title: "Filter Folders",
      placeholder: isEmpty(filter) ? "What to show" : filterInWords(filter),
      items: itemsFor(services, saved, filter),
      choiceOf: (item, button) => (button ? item.buttonStep : item.step),
    });
    if (!step) return undefined;
    const next = await step();
    if (next && "filter" in next) return next;
    filter = next ?? filter;
  }
}

function itemsFor({ folders }: Services, saved: SavedFilters, filter: FolderFilter): StepItem[] {
  const conditions = CONDITIONS.map(({ label, part, ask }) => ({
    label,
    description: partInWords(filter, part),
    step: async () => ({ ...filter, ...(await ask(filter, folders)) }),
  }));
  const kept = saved.all().map((one) => keptItem(saved, one, filter));
  const keptItems = kept.length === 0 ? [] : [{ ...SEPARATOR, label: "Saved Filters" }, ...kept];
  if (isEmpty(filter)) return [...conditions, ...keptItems];
  const show: StepItem = {
    label: "Show Folders",
    description: filterInWords(filter),
    iconPath: new ThemeIcon("filter"),
    step: () => Promise.resolve({ filter }),
  };
  const keep: StepItem = {
    label: "Save Filter…",
    iconPath: new ThemeIcon("save"),
    step: () => keepFilter(saved, filter),
  };
  return [show, SEPARATOR, ...conditions, SEPARATOR, keep, ...keptItems];
}

function keptItem(saved: SavedFilters, { name, filter: kept }: SavedFilter, filter: FolderFilter): StepItem {
  return {
    label: plainText(name, 60),
    description: filterInWords(kept),
    iconPath: new ThemeIcon("filter"),
    buttons: [REMOVE],
    step: () => Promise.resolve({ filter: kept, name }),
    buttonStep: async () => {
      await saved.remove(name);
      return filter;
    },
  };
}

/** @returns the filter under its name; undefined when the user gave none */
async function keepFilter(saved: SavedFilters, filter: FolderFilter): Promise<ChosenFilter | undefined> {
  const name = await askText({
    title: "Save Filter",
    prompt: "Name of the filter; one of that name is replaced",
    accept: (text) => {
      if (text.trim() === "") throw new UserError("Give it a name.");
      return text.trim();
    },
  });
  if (name === undefined) return undefined;
  await saved.put({ name, filter });
  return { filter, name };
}
