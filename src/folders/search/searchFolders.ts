import { MAX_SEARCHED_LENGTH, MAX_SEARCHED_LEVELS, MAX_SEARCHED_VALUES } from "../../base/limits";
import { isContainer, type JsonObject } from "../../base/readJson";
import type { OzFolder } from "../../oz/model/folder";

/** A folder that was found. */
interface FolderMatch {
  readonly folder: OzFolder;
  /** The metadata that matches, such as `order.id: 17`; undefined if the ID matches. */
  readonly metaData: string | undefined;
}

export interface FolderSearch {
  readonly matches: readonly FolderMatch[];
  /** How many folders do not match as far as they were searched: their metadata goes on beyond the limits. */
  readonly cutCount: number;
}

/**
 * Searches folders by the beginning of their ID, with or without dashes, and by their metadata.
 * @param text as typed; an empty text matches every folder
 * @param limit the number of folders to find, at which it ends
 */
export function searchFolders(folders: readonly OzFolder[], text: string, limit: number): FolderSearch {
  const typed = text.trim().toLowerCase();
  const matches: FolderMatch[] = [];
  let cutCount = 0;
  for (const folder of folders) {
    if (matches.length === limit) break;
    const found = isIdPrefix(folder.id, typed) ? undefined : findMetaData(folder.metaData, typed);
    if (!found || found.line !== undefined) matches.push({ folder, metaData: found?.line });
    else if (found.isCut) cutCount++;
  }
  return { matches, cutCount };
}

/** @returns whether an ID begins with the typed text, with or without dashes */
export function isIdPrefix(id: string, typed: string): boolean {
  const digits = typed.trim().toLowerCase();
  return !digits.startsWith("-") && id.replaceAll("-", "").startsWith(digits.replaceAll("-", ""));
}

/** @returns the line that matches, if any, and whether there was more to search than the limits allow */
function findMetaData(
  metaData: unknown,
  text: string,
): { readonly line: string | undefined; readonly isCut: boolean } {
  let valuesLeft = MAX_SEARCHED_VALUES;
  let isCut = false;
  const beginning = (whole: string): string => {
    if (whole.length > MAX_SEARCHED_LENGTH) isCut = true;
    return whole.slice(0, MAX_SEARCHED_LENGTH);
  };
  const search = (value: unknown, path: string, depth: number): string | undefined => {
    if (isContainer(value)) {
      // Not Object.entries: it creates all entries, even if few are searched.
      for (const key of Object.keys(value)) {
        if (depth === 0 || valuesLeft === 0) {
          isCut = true;
          return undefined;
        }
        valuesLeft -= 1;
        const inner: unknown = (value as JsonObject)[key];
        const match = search(inner, beginning(path === "" ? key : `${path}.${key}`), depth - 1);
        if (match !== undefined) return match;
      }
      return undefined;
    }
    const line = `${path}: ${beginning(String(value))}`;
    return path !== "" && line.toLowerCase().includes(text) ? line : undefined;
  };
  return { line: search(metaData, "", MAX_SEARCHED_LEVELS), isCut };
}
