import type { OzFolder } from "../../oz/model/folder";
import type { AnalysisResolution } from "../../status/resolution";
import type { FolderStore } from "../store/folderStore";

/** The loaded folder or analysis that has an ID. */
export interface LoadedMatch {
  readonly folder: OzFolder;
  /** Undefined if the ID is the folder's. */
  readonly analysis: AnalysisResolution | undefined;
}

const idTexts = new WeakMap<OzFolder, string>();

/**
 * Finds an ID among the loaded folders and their analyses. Sends nothing.
 * @param id in lower case with dashes, as `readId` returns it
 * @returns undefined if it is not loaded
 */
export function findLoaded(store: FolderStore, id: string): LoadedMatch | undefined {
  const own = store.current.get(id);
  if (own) return { folder: own, analysis: undefined };
  for (const folder of store.current.all) {
    if (!analysisIds(folder).includes(id)) continue;
    const analyses = folder.resolution.groups.flatMap((group) => group.analyses);
    const analysis = analyses.find((one) => one.id?.toLowerCase() === id);
    if (analysis) return { folder, analysis };
  }
  return undefined;
}

/** One cached string, because each hovered ID is searched in all loaded folders, which may be ten thousand. */
function analysisIds(folder: OzFolder): string {
  let ids = idTexts.get(folder);
  if (ids === undefined) {
    const { groups } = folder.resolution;
    ids = groups.flatMap(({ analyses }) => analyses.map(({ id }) => id?.toLowerCase())).join(" ");
    idTexts.set(folder, ids);
  }
  return ids;
}
