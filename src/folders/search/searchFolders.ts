import { MAX_SEARCHED_LENGTH, MAX_SEARCHED_LEVELS, MAX_SEARCHED_VALUES } from "../../base/limits";
import { isContainer, type JsonObject } from "../../base/readJson";
import type { OzFolder } from "../../oz/model/folder";

/** A folder that was found. */
export interface FolderMatch {
  readonly folder: OzFolder;
  /** The metadata that matches, such as `order.id: 17`; undefined if the ID matches. */
  readonly metaData: string | undefined;
}

/**
 * Searches folders by the beginning of their ID, with or without dashes, and by their metadata.
 * @param text as typed; an empty text matches every folder
 * @param limit the maximum number of folders to find
 */
export function searchFolders(
  folders: readonly OzFolder[],
  text: string,
  limit: number,
): readonly FolderMatch[] {
  const typed = text.trim().toLowerCase();
  const found: FolderMatch[] = [];
  for (const folder of folders) {
    if (found.length === limit) break;
    const hasId = isIdPrefix(folder.id, typed);
    const metaData = hasId ? undefined : findMetaData(folder.metaData, typed);
    if (hasId || metaData !== undefined) found.push({ folder, metaData });
  }
  return found;
}

/** @returns whether an ID begins with the typed text, with or without dashes */
export function isIdPrefix(id: string, typed: string): boolean {
  const digits = typed.trim().toLowerCase();
  return !digits.startsWith("-") && id.replaceAll("-", "").startsWith(digits.replaceAll("-", ""));
}

function findMetaData(metaData: unknown, text: string): string | undefined {
  let valuesLeft = MAX_SEARCHED_VALUES;
  const search = (value: unknown, path: string, depth: number): string | undefined => {
    valuesLeft -= 1;
    if (isContainer(value)) {
      if (depth === 0) return undefined;
      // Not Object.entries: it creates all entries, even if few are searched.
      for (const key of Object.keys(value)) {
        if (valuesLeft <= 0) return undefined;
        const inner: unknown = (value as JsonObject)[key];
        const innerPath = path === "" ? key : `${path}.${key}`;
        const match = search(inner, innerPath.slice(0, MAX_SEARCHED_LENGTH), depth - 1);
        if (match !== undefined) return match;
      }
      return undefined;
    }
    const line = `${path}: ${String(value).slice(0, MAX_SEARCHED_LENGTH)}`;
    return path !== "" && line.toLowerCase().includes(text) ? line : undefined;
  };
  return search(metaData, "", MAX_SEARCHED_LEVELS);
}
