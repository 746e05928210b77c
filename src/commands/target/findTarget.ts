import { findLoaded } from "../../folders/search/findLoaded";
import type { Services } from "../services";

/** What an id is of. */
export interface Target {
  readonly folderId: string;
  /** As the server writes it; undefined where the id is the folder's own. */
  readonly analysisId: string | undefined;
  /** The reply behind the folder, where the server had to be asked. */
  readonly text?: string | undefined;
}

/**
 * Finds out whether an id is of a folder or of an analysis. The server is asked only where that is not known.
 * @throws OzError when it cannot be read, or has neither
 */
export async function findTarget({ folders, views }: Services, id: string): Promise<Target> {
  const known = findLoaded(folders.store, id);
  if (known) return { folderId: known.folder.id, analysisId: known.analysis?.id };
  const { folder, text } = await views.list.showProgress(folders.reader.findFolder(id));
  return { folderId: folder.id, analysisId: findLoaded(folders.store, id)?.analysis?.id, text };
}
