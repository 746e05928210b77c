import * as l10n from "@vscode/l10n";
import { QuickPickItemKind, type QuickPickItem } from "vscode";
import { counted } from "../../base/language";
import { MAX_LISTED_KEYS, MAX_READ_FOLDERS } from "../../base/limits";
import { plainText } from "../../base/plainText";
import type { OzFolder } from "../../oz/model/folder";
import { labelKeys, lookUpKeys } from "../../settings";
import { folderCount } from "../../views/text/folderText";
import { askPick } from "../prompts/askPick";
import type { SeriesQuestion } from "../prompts/askSeries";
import { askSome } from "../prompts/askSome";
import { CSV, JSON_LINES, type ListFormat } from "./listFile";

/** What to save, as far as it is known. */
export interface ListDraft {
  /** The folders of the list. */
  readonly loaded: readonly OzFolder[];
  /** Whether these are all. */
  readonly isWhole: boolean;
  readonly isFiltered: boolean;
  readonly format: ListFormat;
  /** Which folders are saved: those of the list, or all that its filter lets through. */
  readonly scope: "loaded" | "all";
  /** Keys of the metadata. */
  readonly keys: readonly string[];
}

interface KeyItem extends QuickPickItem {
  /** Undefined for what cannot be chosen. */
  readonly key?: string;
}

/** What to ask, see `askSeries`. */
export function listQuestions(draft: ListDraft): readonly SeriesQuestion<ListDraft>[] {
  return [format, ...(draft.isWhole ? [] : [scope]), ...(keyItems(draft).length === 0 ? [] : [keys])];
}

const format: SeriesQuestion<ListDraft> = async (draft, frame) => {
  const chosen = await askPick({
    ...frame,
    placeholder: l10n.t("Choose a format"),
    items: [
      { label: CSV.label, description: l10n.t("for spreadsheets: a row for each folder"), format: CSV },
      {
        label: JSON_LINES.label,
        description: l10n.t("for programs: a JSON object on each line"),
        format: JSON_LINES,
      },
    ],
    choiceOf: (item) => item.format,
  });
  return chosen && { ...draft, format: chosen };
};

const scope: SeriesQuestion<ListDraft> = async (draft, frame) => {
  const items: readonly (QuickPickItem & Pick<ListDraft, "scope">)[] = [
    { label: l10n.t("Loaded Folders"), description: folderCount(draft.loaded.length), scope: "loaded" },
    {
      label: draft.isFiltered ? l10n.t("All Folders That Match the Filter") : l10n.t("All Folders"),
      description: counted(
        l10n.t("reads up to {0} folder from the server|reads up to {0} folders from the server"),
        MAX_READ_FOLDERS,
      ),
      scope: "all",
    },
  ];
  const chosen = await askPick({
    ...frame,
    placeholder: l10n.t("Choose which folders to save"),
    items,
    choiceOf: (item) => item.scope,
  });
  return chosen && { ...draft, scope: chosen };
};

/** It may be personal data, so that none is chosen at first. */
const keys: SeriesQuestion<ListDraft> = async (draft, frame) => {
  const items = keyItems(draft);
  const chosen = await askSome({
    ...frame,
    placeholder: l10n.t("Select metadata to save as well; leave empty for none"),
    items,
    chosen: items.filter(({ key }) => key !== undefined && draft.keys.includes(key)),
  });
  return chosen && { ...draft, keys: chosen.flatMap(({ key }) => (key === undefined ? [] : [key])) };
};

/** The keys of the loaded folders, the most frequent first, and if others are read, those of the settings. */
function keyItems({ loaded, scope: folders }: ListDraft): readonly KeyItem[] {
  const counts = new Map<string, number>();
  for (const { metaData = {} } of loaded)
    for (const key of Object.keys(metaData)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const all = [...counts].sort(([, a], [, b]) => b - a);
  const listed = all.slice(0, MAX_LISTED_KEYS).map(([key, count]): KeyItem => {
    const description = l10n.t({
      message: "in {0}",
      args: [folderCount(count)],
      comment: "How many folders have a metadata key: “in 34 folders”",
    });
    return { label: labelOf(key), description, key };
  });
  if (all.length > listed.length) {
    const label = counted(
      l10n.t("Only the most frequent {0} key is listed|Only the most frequent {0} keys are listed"),
      MAX_LISTED_KEYS,
    );
    listed.push({ label, kind: QuickPickItemKind.Separator });
  }
  const known = new Set(listed.map(({ key }) => key));
  const set = folders === "all" ? [...new Set([...labelKeys(), ...lookUpKeys()])] : [];
  const others = set
    .filter((key) => !known.has(key))
    .map((key): KeyItem => ({ label: labelOf(key), description: l10n.t("from the settings"), key }));
  return [...listed, ...others];
}

function labelOf(key: string): string {
  return plainText(key) || '""';
}
