import type { OzFolder } from "../../oz/model/folder";
import type { AnalysisResolution } from "../../status/resolution";
import type { FolderStore } from "../store/folderStore";

/** What an id is known to be of: a folder, or one of its analyses. */
export interface LoadedMatch {
  readonly folder: OzFolder;
  /** Undefined where the id is the folder's own. */
  readonly analysis: AnalysisResolution | undefined;
}

const idTexts = new WeakMap<OzFolder, string>();

/**
 * Looks among the folders that are loaded; asks for nothing.
 * @param id in lower case with dashes, as `readId` gives it
 * @returns undefined when no loaded folder has that id, nor an analysis with it
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

/** In one text, made once: ten thousand folders may be loaded, and the mouse comes over one id after the other. */
function analysisIds(folder: OzFolder): string {
  let ids = idTexts.get(folder);
  if (ids === undefined) {
    const { groups } = folder.resolution;
    ids = groups.flatMap(({ analyses }) => analyses.map(({ id }) => id?.toLowerCase())).join(" ");
    idTexts.set(folder, ids);
  }
  return ids;
}
