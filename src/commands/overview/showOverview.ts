import * as l10n from "@vscode/l10n";
import { window, type QuickPickItem } from "vscode";
import { MAX_NAME } from "../../base/limits";
import { plainText } from "../../base/plainText";
import { isEmpty, type FolderFilter } from "../../folders/filter/folderFilter";
import { readMatching } from "../../folders/filter/readMatching";
import { timeRangeOf } from "../../folders/filter/timeRange";
import { LiveOverview, withoutJson } from "../../folders/overview/liveOverview";
import type { OzFolder } from "../../oz/model/folder";
import { filterInWords } from "../../views/text/filterInWords";
import { folderCount } from "../../views/text/folderText";
import { missingInWords, progressInWords } from "../../views/text/matchingRead";
import type { Command, Services } from "../command";
import { askPeriod } from "../filter/askPeriod";
import { withCancel } from "../prompts/withCancel";
import { requireConnection } from "../target/findTarget";

interface NamedFilter {
  readonly filter: FolderFilter;
  readonly name: string;
}

interface ChoiceItem extends QuickPickItem {
  /** @returns "loaded" for the loaded folders; undefined if cancelled */
  readonly choose: () => Promise<NamedFilter | "loaded" | undefined>;
}

/** Asks which folders to sum up, reads them unless they are loaded, and shows their figures. */
export const showOverview: Command = async (services) => {
  requireConnection(services);
  const picked = await window.showQuickPick(choices(services), {
    title: l10n.t("Show Overview"),
    placeHolder: l10n.t("Choose which folders to sum up"),
  });
  const chosen = await picked?.choose();
  if (chosen === "loaded") await showLoaded(services);
  else if (chosen) await showMatching(services, chosen);
};

function choices({ folders }: Services): ChoiceItem[] {
  const { store, filter, savedFilters } = folders;
  const active = filter.current;
  const named = [
    ...(active ? [{ name: active.name, filter: active.filter }] : []),
    ...savedFilters.all().filter(({ name }) => name !== active?.name),
  ];
  return [
    {
      label: l10n.t("Loaded Folders"),
      description: folderCount(store.current.all.length),
      choose: () => Promise.resolve("loaded"),
    },
    ...named.map((one) => ({
      label: plainText(one.name, MAX_NAME),
      description: l10n.t("reads all that match the filter"),
      choose: () => Promise.resolve(one),
    })),
    {
      label: l10n.t("All Folders of a Period…"),
      choose: async () => {
        const period = await askPeriod(l10n.t("Show Overview"), undefined);
        if (period === undefined) return undefined;
        const filter = period === "any" ? {} : { created: period };
        return { filter, name: filterInWords(filter) };
      },
    },
  ];
}

async function showLoaded({ connections, documents, folders }: Services): Promise<void> {
  const live = await LiveOverview.of(folders, connections.serverClock);
  documents.overview.show({ live, name: undefined, readAt: undefined, missing: [] });
}

/** Reads the folders page by page; the user may cancel. */
async function showMatching(services: Services, { filter, name }: NamedFilter): Promise<void> {
  const { connections, documents, folders } = services;
  const now = connections.serverClock.now();
  // A relative period would move on while the folders that were read stay.
  const absolute = filter.created ? { ...filter, created: timeRangeOf(filter.created, now) } : filter;
  let missing: readonly string[] = [];
  const readAll = async (): Promise<readonly OzFolder[]> => {
    const { items, ...read } = await withCancel(
      l10n.t("Reading folders for the overview"),
      (cancel, report) =>
        readMatching(folders, absolute, {
          clock: connections.serverClock,
          take: withoutJson,
          cancel,
          onProgress: (progress, isWaiting) => report(progressInWords(progress, !isEmpty(filter), isWaiting)),
        }),
    );
    missing = missingInWords(read, Date.now());
    return items;
  };
  const live = await LiveOverview.of(folders, connections.serverClock, { filter: absolute, read: readAll });
  documents.overview.show({ live, name, readAt: now, missing });
}
