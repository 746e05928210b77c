import * as l10n from "@vscode/l10n";
import { window } from "vscode";
import { csv } from "../../base/csv";
import { FilteredFolders } from "../../folders/filter/filteredFolders";
import { OVERVIEW_COLUMNS, overviewMarkdown, overviewRows } from "../../views/overview/overviewText";
import type { PageMessage } from "../../views/overview/page/model";
import { filterInWords } from "../../views/text/filterInWords";
import { UserError, type Command, type Services } from "../command";
import { copyText } from "../copy/copyText";
import { askFile, fileName, saveText } from "../prompts/saveText";
import { requireConnection } from "../target/findTarget";

/** Does what the user has chosen in the page of the overview. */
export const answerPage: Command = async (services, argument) => {
  const message = argument as PageMessage;
  const { model } = services.documents.overview;
  if (message.type === "show") await showPart(services, message.part);
  else if (message.type === "copy" && model)
    await copyText(overviewMarkdown(model), l10n.t("Copied the overview as Markdown"));
  else if (message.type === "save" && model) {
    const file = await askFile(l10n.t("Save Overview As"), "overview", { label: "CSV", extension: "csv" });
    if (!file) return;
    await saveText(file, csv(OVERVIEW_COLUMNS, overviewRows(model)));
    window.setStatusBarMessage(l10n.t("Saved {0}", fileName(file)), 3000);
  }
};

/** Shows the folders that a figure counts, and no others, in the list. */
async function showPart(services: Services, key: string): Promise<void> {
  requireConnection(services);
  const { connections, documents, folders, list } = services;
  const { overview } = documents;
  const shown = overview.partOf(key);
  const live = overview.current?.live;
  if (!shown || !live) return;
  if (!live.isFollowed)
    throw new UserError(l10n.t("The overview is of another connection. Switch to it to show its folders."));
  const { part, filter } = shown;
  const { store, reader } = folders;
  const now = connections.serverClock.now();
  const filtered = new FilteredFolders(filter, filterInWords(filter), store, reader, now);
  folders.filter.set(filtered);
  await list.focus();
  await Promise.all([list.scrollToTop(), list.showProgress(filtered.showKnown(live.idsOf(part)))]);
}
