import * as l10n from "@vscode/l10n";
import { QuickPickItemKind, window, type QuickPickItem } from "vscode";
import { counted } from "../../base/language";
import { MAX_LISTED_KEYS, MAX_READ_FOLDERS } from "../../base/limits";
import { plainText } from "../../base/plainText";
import type { ConnectionFolders } from "../../folders/store/connectionFolders";
import type { OzFolder } from "../../oz/model/folder";
import { folderCount } from "../../views/text/folderText";
import { askPick } from "../prompts/askPick";
import { CSV, JSON_LINES, type ListFormat } from "./listFile";

/** Which folders are saved: those of the list, or all that its filter lets through. */
export type Scope = "loaded" | "all";

/** @returns the format of the file; undefined if cancelled */
export function askFormat(title: string): Promise<ListFormat | undefined> {
  return askPick({
    title,
    placeholder: l10n.t("Choose a format"),
    items: [
      { label: CSV.label, description: l10n.t("for spreadsheets: a row for each folder"), format: CSV },
      {
        label: JSON_LINES.label,
        description: l10n.t("for programs: a JSON object on each line"),
        format: JSON_LINES,
      },
    ],
    choiceOf: ({ format }) => format,
  });
}

/** @returns which folders to save, without asking if all are loaded; undefined if cancelled */
export async function askScope(
  title: string,
  { all, loaded, hasMore }: Pick<ConnectionFolders, "all" | "loaded" | "hasMore">,
  isFiltered: boolean,
): Promise<Scope | undefined> {
  // While the view was never open, nothing of the list is loaded.
  if (loaded && !hasMore) return "loaded";
  const items: readonly (QuickPickItem & { readonly scope: Scope })[] = [
    { label: l10n.t("Loaded Folders"), description: folderCount(all.length), scope: "loaded" },
    {
      label: isFiltered ? l10n.t("All Folders That Match the Filter") : l10n.t("All Folders"),
      description: counted(
        l10n.t("reads up to {0} folder from the server|reads up to {0} folders from the server"),
        MAX_READ_FOLDERS,
      ),
      scope: "all",
    },
  ];
  return await askPick({
    title,
    placeholder: l10n.t("Choose which folders to save"),
    items,
    choiceOf: ({ scope }) => scope,
  });
}

/**
 * Asks for metadata to save besides. It may be personal data, so that none is chosen at first.
 * @param folders whose keys are offered, the most frequent first
 * @returns the keys, none without asking if there are none; undefined if cancelled
 */
export async function askKeys(
  title: string,
  folders: readonly OzFolder[],
): Promise<readonly string[] | undefined> {
  const counts = new Map<string, number>();
  for (const { metaData = {} } of folders)
    for (const key of Object.keys(metaData)) counts.set(key, (counts.get(key) ?? 0) + 1);
  if (counts.size === 0) return [];
  const all = [...counts].sort(([, a], [, b]) => b - a);
  const items: (QuickPickItem & { readonly key?: string })[] = all
    .slice(0, MAX_LISTED_KEYS)
    .map(([key, count]) => ({
      label: plainText(key) || '""',
      description: l10n.t({
        message: "in {0}",
        args: [folderCount(count)],
        comment: "How many folders have a metadata key: “in 34 folders”",
      }),
      key,
    }));
  if (all.length > items.length) {
    const label = counted(
      l10n.t("Only the most frequent {0} key is listed|Only the most frequent {0} keys are listed"),
      MAX_LISTED_KEYS,
    );
    items.push({ label, kind: QuickPickItemKind.Separator });
  }
  const placeHolder = l10n.t("Select metadata to save as well; leave empty for none");
  const picked = await window.showQuickPick(items, { title, placeHolder, canPickMany: true });
  return picked?.flatMap(({ key }) => (key === undefined ? [] : [key]));
}
