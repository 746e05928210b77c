import * as l10n from "@vscode/l10n";
import { ThemeIcon, type QuickPickItem } from "vscode";
import { counted } from "../../base/language";
import { MAX_LISTED_FOLDERS } from "../../base/limits";
import { plainText } from "../../base/plainText";
import type { MetaDataQuery } from "../../folders/search/findByMetaData";
import { findLoaded, type LoadedMatch } from "../../folders/search/findLoaded";
import { isIdPrefix, searchFolders } from "../../folders/search/searchFolders";
import type { FolderStore } from "../../folders/store/folderStore";
import { analysisInWords, analysisLabel, presentAnalysis } from "../../views/text/analysisText";
import { presentFolder, resultInWords } from "../../views/text/folderText";
import { age } from "../../views/text/formatTime";
import { pickIcon } from "../../views/tree/treeNode";

/** A line of the list. One without an ID and a query only says why nothing, or not everything, is listed. */
export interface IdItem extends QuickPickItem {
  readonly id?: string;
  /** The ID as it was written where it was found. */
  readonly text?: string | undefined;
  /** Metadata to look up. */
  readonly query?: MetaDataQuery;
}

/** An ID that the user may want. */
export interface Suggestion {
  readonly id: string;
  /** The ID as it was written where it was found, in upper case or without dashes. */
  readonly text?: string | undefined;
  readonly from: "typed" | "selected" | "running" | "watched" | "clipboard" | "history";
  /** Shown if the ID is not of a loaded folder or analysis; likewise the icon. */
  readonly label: string;
  readonly icon: string;
}

/** Items above and below those that match. */
export interface Offers {
  readonly above: readonly IdItem[];
  readonly below: readonly IdItem[];
}

export const NO_OFFERS: Offers = { above: [], below: [] };

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
export function remark(label: string): IdItem {
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
 * @param offers what else can be done with the typed text
 */
export function idItems(
  store: FolderStore,
  typed: string,
  suggestions: readonly Suggestion[],
  now: number,
  except?: string,
  offers: Offers = NO_OFFERS,
): readonly IdItem[] {
  const items = new Map<string, IdItem>();
  // `alwaysShow` keeps VS Code from filtering once more, by label.
  const add = (id: string, item: QuickPickItem, text?: string): void => {
    if (!items.has(id)) items.set(id, { ...item, id, text, alwaysShow: true });
  };
  for (const { id, text, from, label, icon } of suggestions) {
    if (from !== "typed" && (id === except || !isIdPrefix(id, typed))) continue;
    const known = findLoaded(store, id);
    if (known) add(id, loadedItem(known, fromInWords(from), now), text);
    else add(id, { label, description: fromInWords(from).join(), iconPath: new ThemeIcon(icon) }, text);
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
    ...offers.above,
    ...items.values(),
    ...offers.below,
    ...(items.size + offers.above.length + offers.below.length > 0
      ? []
      : [remark(l10n.t("Not a complete ID, and no loaded folder matches."))]),
    ...(matches.length > MAX_LISTED_FOLDERS
      ? [remark(l10n.t("More loaded folders match. Type more to find them."))]
      : []),
    ...(cutCount > 0 && !isId ? [cutItem(cutCount)] : []),
  ];
}

/**
 * @param facts why it is listed
 * @param now epoch milliseconds
 */
export function loadedItem(
  { folder, analysis }: LoadedMatch,
  facts: readonly string[],
  now: number,
): QuickPickItem {
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
