import { ThemeIcon, type QuickPickItem } from "vscode";
import { plainText } from "../../base/plainText";
import { findLoaded, type LoadedMatch } from "../../folders/search/findLoaded";
import { isIdPrefix, searchFolders } from "../../folders/search/searchFolders";
import type { FolderStore } from "../../folders/store/folderStore";
import { analysisInWords, analysisLabel, presentAnalysis } from "../../views/text/analysisText";
import { presentFolder, resultInWords } from "../../views/text/folderText";
import { age } from "../../views/text/formatTime";
import { themeIcon } from "../../views/tree/treeNode";

/** Loaded folders that are offered at a time: whoever wants another one types more of it. */
const MOST = 50;

export interface LookUpItem extends QuickPickItem {
  /** Undefined for the line that says why there is nothing. */
  readonly id?: string;
}

/** An id that is worth offering, and where it comes from. */
export interface Offer {
  readonly id: string;
  /** In words. */
  readonly from: string;
  /** What stands there when nothing is known of the id. */
  readonly label: string;
  readonly icon: string;
}

const NOTHING: LookUpItem = {
  label: "Not a complete ID, and no loaded folder matches.",
  iconPath: new ThemeIcon("info"),
  alwaysShow: true,
};

/**
 * @param typed what has been typed so far
 * @param now epoch milliseconds
 * @returns what to choose from: the offers that go with what was typed, then the loaded folders that do, each id once
 */
export function lookUpItems(
  store: FolderStore,
  typed: string,
  offers: readonly Offer[],
  now: number,
): readonly LookUpItem[] {
  const items = new Map<string, LookUpItem>();
  // VS Code is not to choose among them once more, by their labels.
  const add = (id: string, item: QuickPickItem): void => {
    if (!items.has(id)) items.set(id, { ...item, id, alwaysShow: true });
  };
  for (const { id, from, label, icon } of offers) {
    if (from !== "typed" && !isIdPrefix(id, typed)) continue;
    const known = findLoaded(store, id);
    if (known) add(id, knownItem(known, [from], now));
    else add(id, { label, description: from, iconPath: new ThemeIcon(icon) });
  }
  for (const { folder, metaData } of searchFolders(store.current.all, typed, MOST)) {
    const detail = metaData === undefined ? {} : { detail: plainText(metaData) };
    add(folder.id, { ...knownItem({ folder, analysis: undefined }, [], now), ...detail });
  }
  return items.size > 0 ? [...items.values()] : [NOTHING];
}

function knownItem({ folder, analysis }: LoadedMatch, facts: readonly string[], now: number): QuickPickItem {
  const { id, createdAt, resolution } = folder;
  const [presentation, words] = analysis
    ? [presentAnalysis(analysis), [analysisLabel(analysis), analysisInWords(analysis)]]
    : [presentFolder(resolution), [resultInWords(resolution)]];
  const ages = createdAt === undefined ? [] : [age(createdAt, now)];
  return {
    label: plainText(analysis?.id ?? id),
    description: [...words, ...ages, ...facts].join(" · "),
    iconPath: themeIcon(presentation),
  };
}
