import type { OzFolder } from "../../oz/model/folder";
import type { Services } from "../services";

/**
 * @returns the folder as far as it is known, read first if it is not loaded: a watched one may not be
 * @throws OzError if the server has it no more, or cannot be read
 */
export async function loadFolder({ folders, views }: Services, folderId: string): Promise<OzFolder> {
  const loaded = folders.store.current.get(folderId);
  return loaded ?? (await views.list.showProgress(folders.reader.readFolder(folderId))).folder;
}
