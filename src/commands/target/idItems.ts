import * as l10n from "@vscode/l10n";
import { ThemeIcon, type QuickPickItem } from "vscode";
import { counted } from "../../base/language";
import { MAX_LISTED_FOLDERS } from "../../base/limits";
import { plainText } from "../../base/plainText";
import { findLoaded, type LoadedMatch } from "../../folders/search/findLoaded";
import { isIdPrefix, searchFolders } from "../../folders/search/searchFolders";
import type { FolderStore } from "../../folders/store/folderStore";
import { analysisInWords, analysisLabel, presentAnalysis } from "../../views/text/analysisText";
import { presentFolder, resultInWords } from "../../views/text/folderText";
import { age } from "../../views/text/formatTime";
import { pickIcon } from "../../views/tree/treeNode";

export interface IdItem extends QuickPickItem {
  /** Undefined for the line that says why nothing, or not everything, is listed. */
  readonly id?: string;
}

/** An ID that the user may want. */
export interface Suggestion {
  readonly id: string;
  readonly from: "typed" | "selected" | "running" | "watched" | "clipboard" | "history";
  /** Shown if the ID is not of a loaded folder or analysis; likewise the icon. */
  readonly label: string;
  readonly icon: string;
}

/** @param count of the folders whose metadata was not searched to its end */
function cutItem(count: number): IdItem {
  return remark(
    counted(
      l10n.t(
        "Not all metadata of {0} folder was searched. Filter by text to search all of it.|Not all metadata of {0} folders was searched. Filter by text to search all of it.",
      ),
      count,
    ),
  );
}

/** A line that says something of the list. */
function remark(label: string): IdItem {
  return { label, iconPath: new ThemeIcon("info"), alwaysShow: true };
}

/** @returns why an ID is listed, unless the user knows that it was typed, or the result tells that it runs */
function fromInWords(from: Suggestion["from"]): readonly string[] {
  switch (from) {
    case "typed":
    case "running":
      return [];
    case "selected":
      return [l10n.t({ message: "selected", comment: "Why an ID is suggested: it is selected" })];
    case "watched":
      return [l10n.t({ message: "watched", comment: "Why an ID is suggested: its folder is watched" })];
    case "clipboard":
      return [l10n.t({ message: "on the clipboard", comment: "Why an ID is suggested" })];
    case "history":
      return [l10n.t({ message: "looked up before", comment: "Why an ID is suggested" })];
  }
}

/**
 * Lists what matches the typed text: first the suggestions, then the loaded folders, each ID once.
 * @param typed the text typed so far
 * @param now epoch milliseconds
 * @param except the ID of a folder to leave out unless it is typed
 */
export function idItems(
  store: FolderStore,
  typed: string,
  suggestions: readonly Suggestion[],
  now: number,
  except?: string,
): readonly IdItem[] {
  const items = new Map<string, IdItem>();
  // `alwaysShow` keeps VS Code from filtering once more, by label.
  const add = (id: string, item: QuickPickItem): void => {
    if (!items.has(id)) items.set(id, { ...item, id, alwaysShow: true });
  };
  for (const { id, from, label, icon } of suggestions) {
    if (from !== "typed" && (id === except || !isIdPrefix(id, typed))) continue;
    const known = findLoaded(store, id);
    if (known) add(id, loadedItem(known, fromInWords(from), now));
    else add(id, { label, description: fromInWords(from).join(), iconPath: new ThemeIcon(icon) });
  }
  const { matches, cutCount } = searchFolders(store.current.all, typed, MAX_LISTED_FOLDERS + 1);
  for (const { folder, metaData } of matches.slice(0, MAX_LISTED_FOLDERS)) {
    if (folder.id === except) continue;
    const detail = metaData === undefined ? {} : { detail: plainText(metaData) };
    add(folder.id, { ...loadedItem({ folder, analysis: undefined }, [], now), ...detail });
  }
  // Whoever has typed an ID, or the beginning of one that is loaded, does not look for metadata.
  const isId =
    suggestions.some(({ from }) => from === "typed") ||
    matches.some(({ metaData }) => metaData === undefined);
  return [
    ...(items.size > 0
      ? items.values()
      : [remark(l10n.t("Not a complete ID, and no loaded folder matches."))]),
    ...(matches.length > MAX_LISTED_FOLDERS
      ? [remark(l10n.t("More loaded folders match. Type more to find them."))]
      : []),
    ...(cutCount > 0 && !isId ? [cutItem(cutCount)] : []),
  ];
}

function loadedItem({ folder, analysis }: LoadedMatch, facts: readonly string[], now: number): QuickPickItem {
  const { id, createdAt, resolution } = folder;
  const [presentation, words] = analysis
    ? [presentAnalysis(analysis), [analysisLabel(analysis), analysisInWords(analysis)]]
    : [presentFolder(resolution), [resultInWords(resolution)]];
  const ages = createdAt === undefined ? [] : [age(createdAt, now)];
  return {
    label: plainText(analysis?.id ?? id),
    description: [...words, ...ages, ...facts].join(" · "),
    iconPath: pickIcon(presentation),
  };
}
