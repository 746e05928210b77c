import type { OzFolder } from "../oz/folder";
import type { AnalysisResolution } from "../status/resolution";
import type { FolderStore } from "./folderStore";

/** What an id is known to be of: a folder, or one of its analyses. */
export interface KnownId {
  readonly folder: OzFolder;
  /** Undefined where the id is the folder's own. */
  readonly analysis: AnalysisResolution | undefined;
}

/**
 * Looks among the folders that are loaded; asks for nothing.
 * @param id in lower case with dashes, as `readId` gives it
 * @returns undefined when no loaded folder has that id, nor an analysis with it
 */
export function knownId(store: FolderStore, id: string): KnownId | undefined {
  const own = store.get(id);
  if (own) return { folder: own, analysis: undefined };
  // Ten thousand folders may be loaded: two comparisons cost less than making every id the same.
  const upper = id.toUpperCase();
  for (const folder of store.list()) {
    for (const { analyses } of folder.resolution.groups) {
      const analysis = analyses.find((one) => one.id === id || one.id === upper);
      if (analysis) return { folder, analysis };
    }
  }
  return undefined;
}
