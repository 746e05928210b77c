import * as l10n from "@vscode/l10n";
import { commands, window } from "vscode";
import type { Clock } from "../../base/clock";
import { counted, inDigits } from "../../base/language";
import { inSlices } from "../../base/slices";
import type { FolderFilter } from "../../folders/filter/folderFilter";
import { readMatching } from "../../folders/filter/readMatching";
import type { OzFolder } from "../../oz/model/folder";
import { connectionInWords } from "../../views/text/connectionText";
import { dayOf } from "../../views/text/formatTime";
import { missingInWords, progressInWords } from "../../views/text/matchingRead";
import { UserError, type Command, type Services } from "../command";
import { askSeries } from "../prompts/askSeries";
import { askFile, fileName, saveText } from "../prompts/saveText";
import { withCancel } from "../prompts/withCancel";
import { requireConnection } from "../target/findTarget";
import { listQuestions, type ListDraft } from "./askList";
import { chosenMetaData, CSV, writeList, type SavedRow } from "./listFile";
import { listRow } from "./listRow";

/** What was saved of the list. */
interface SavedFolders {
  readonly rows: readonly SavedRow[];
  /** How many folders the server has in all, as far as known and asked for. */
  readonly total: number | undefined;
  /** What is missing, in sentences. */
  readonly missing: readonly string[];
  /** Whether the server could not be read to the end. */
  readonly isCutOff: boolean;
}

/** Saves the folders of the list to a file, or all that its filter lets through. */
export const saveList: Command = async (services) => {
  requireConnection(services);
  const { connections, documents, folders } = services;
  const { serverClock: clock } = connections;
  const { shown: connection } = folders.reader;
  const filtered = folders.filter.current;
  const shown = filtered ?? folders.store.current;
  const title = l10n.t("Save List");
  const { all, loaded, hasMore } = shown;
  // While the view was never open, nothing of the list is loaded.
  const isWhole = loaded && !hasMore;
  const isFiltered = filtered !== undefined;
  const first: ListDraft = {
    loaded: all,
    isWhole,
    isFiltered,
    format: CSV,
    scope: isWhole ? "loaded" : "all",
    keys: [],
  };
  const draft = await askSeries(title, first, listQuestions);
  if (!draft) return;
  const { format, scope, keys } = draft;
  if (scope === "loaded" && all.length === 0) throw new UserError(l10n.t("There are no folders to save."));
  const file = await askFile(title, `folders-${dayOf(clock.now())}`, format);
  if (!file) return;
  // The filter and the metadata were chosen for the folders of that connection.
  if (connection.aborted)
    throw new UserError(l10n.t("Signed out or switched to another connection meanwhile."));
  const take = (folder: OzFolder): SavedRow => ({
    row: listRow(folder, documents.findings(folder.resolution)),
    metaData: chosenMetaData(folder, keys),
  });
  const total = filtered ? undefined : folders.store.current.totalCount;
  const saved =
    scope === "all"
      ? await readAll(services, filtered?.filter, take)
      : { rows: await rowsOf(shown.all, take, clock), total, missing: [], isCutOff: false };
  if (saved.isCutOff && !(await isEnough(saved))) return;
  await saveText(file, await writeList(format, saved.rows, keys, clock));
  const open = l10n.t({ message: "Open", args: [], comment: "A button that opens the file that was saved" });
  if ((await window.showInformationMessage(savedInWords(saved, fileName(file)), open)) === open)
    await commands.executeCommand("vscode.open", file);
};

/** Makes the rows of loaded folders. */
async function rowsOf(
  folders: readonly OzFolder[],
  take: (folder: OzFolder) => SavedRow,
  clock: Clock,
): Promise<readonly SavedRow[]> {
  const rows: SavedRow[] = [];
  await inSlices([...folders], (folder) => rows.push(take(folder)), clock);
  return rows;
}

/** Reads what the server has. @param filter undefined: every folder */
async function readAll(
  { connections, folders }: Services,
  filter: FolderFilter | undefined,
  take: (folder: OzFolder) => SavedRow,
): Promise<SavedFolders> {
  const server = connections.current ? connectionInWords(connections.current.saved) : "";
  const read = await withCancel(l10n.t("Reading folders from {0}", server), (cancel, report) =>
    readMatching(folders, filter ?? {}, {
      clock: connections.serverClock,
      take,
      cancel,
      onProgress: (progress, isWaiting) => report(progressInWords(progress, filter !== undefined, isWaiting)),
    }),
  );
  const missing = missingInWords(read, Date.now());
  return { rows: read.items, total: read.total, missing, isCutOff: read.failure !== undefined };
}

/** Asks whether to save what was read before the server failed: the file may be there, and whole. */
async function isEnough({ missing }: SavedFolders): Promise<boolean> {
  const save = l10n.t("Save What Was Read");
  const sentences = [...missing, l10n.t("Nothing is saved yet.")].join(" ");
  return (await window.showWarningMessage(sentences, save)) === save;
}

/** @returns "Saved 340 of 10,000 folders to folders.csv." and what is missing */
function savedInWords({ rows, total = 0, missing }: SavedFolders, name: string): string {
  const saved =
    total > rows.length
      ? counted(
          l10n.t("Saved {1} of {0} folder to {2}.|Saved {1} of {0} folders to {2}."),
          total,
          inDigits(rows.length),
          name,
        )
      : counted(l10n.t("Saved {0} folder to {1}.|Saved {0} folders to {1}."), rows.length, name);
  return [saved, ...missing].join(" ");
}
