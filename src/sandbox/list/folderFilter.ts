import type { Folder } from "../data/folder";

/** @returns whether the folder stays */
export type FolderFilter = (folder: Folder) => boolean;
