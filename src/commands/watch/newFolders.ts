import * as l10n from "@vscode/l10n";
import { ThemeIcon, type QuickPickItem } from "vscode";
import { MAX_NAME } from "../../base/limits";
import { plainText } from "../../base/plainText";
import type { Folders } from "../../folders/folders";
import type { WaitedFor } from "../../folders/watch/wait";
import { filterInWords } from "../../views/text/filterInWords";
import { UserError, type Command, type Services } from "../command";
import { askMetaData } from "../filter/askMetaData";
import { askPick, SEPARATOR } from "../prompts/askPick";
import { requireConnection } from "../target/findTarget";

/** Which folders to wait for. */
type Chosen = Pick<WaitedFor, "filter" | "name">;

interface ChoiceItem extends QuickPickItem {
  /** @returns undefined if cancelled */
  readonly choose?: () => Promise<Chosen | undefined>;
}

/** Watches the folders that arrive from now on, those that match what the user chooses. */
export const watchNewFolders: Command = (services) =>
  waitFor(services, l10n.t("Watch New Folders"), { once: false });

/** Watches the next folder that arrives and matches what the user chooses. */
export const watchNextFolder: Command = (services) =>
  waitFor(services, l10n.t("Watch Next Folder"), { once: true });

/** Watches no more new folders. Those that have arrived stay watched. */
export const stopWatchingNewFolders: Command = ({ folders }) => folders.arrivals.stop();

async function waitFor(services: Services, title: string, { once }: Pick<WaitedFor, "once">): Promise<void> {
  requireConnection(services);
  const { connections, folders, list } = services;
  const { shown: connection } = folders.reader;
  const choose = await askPick<ChoiceItem, NonNullable<ChoiceItem["choose"]>>({
    title,
    placeholder: once
      ? l10n.t("Which folder to watch once it arrives")
      : l10n.t("Which folders to watch once they arrive"),
    items: itemsFor(folders, title, once),
    choiceOf: (item) => item.choose,
  });
  const chosen = await choose?.();
  if (!chosen) return;
  // It was chosen for the folders of that connection.
  if (connection.aborted)
    throw new UserError(l10n.t("Signed out or switched to another connection meanwhile."));
  // What the server has now is not new. Its reply also tells the time of its clock.
  await list.showProgress(folders.reader.readNewest());
  folders.arrivals.start({ ...chosen, once }, connections.serverClock.now());
}

function itemsFor({ filter, savedFilters }: Folders, title: string, once: boolean): readonly ChoiceItem[] {
  const { current } = filter;
  const saved = savedFilters.all().map((one) => choiceItem(plainText(one.name, MAX_NAME), one));
  return [
    {
      label: once ? l10n.t("Any Folder") : l10n.t("All Folders"),
      choose: () => Promise.resolve({ filter: {} }),
    },
    ...(current ? [choiceItem(l10n.t("Filter of the List"), namedFilter(current))] : []),
    {
      label: l10n.t("Metadata…"),
      description: l10n.t("with a value that you type"),
      choose: async () => {
        const metaData = await askMetaData(title, []);
        return metaData?.length ? { filter: { metaData } } : undefined;
      },
    },
    ...(saved.length === 0 ? [] : [{ ...SEPARATOR, label: l10n.t("Saved Filters") }, ...saved]),
  ];
}

function choiceItem(label: string, chosen: Chosen): ChoiceItem {
  return {
    label,
    description: filterInWords(chosen.filter),
    iconPath: new ThemeIcon("filter"),
    choose: () => Promise.resolve(chosen),
  };
}

/** @returns the filter of the list, with its name only if it was saved under one */
function namedFilter({ filter, name }: Required<Chosen>): Chosen {
  return name === filterInWords(filter) ? { filter } : { filter, name };
}
