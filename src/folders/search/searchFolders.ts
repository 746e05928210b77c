import { MAX_SEARCHED_VALUES } from "../../base/limits";
import type { JsonObject } from "../../base/readJson";
import type { OzFolder } from "../../oz/model/folder";

/** Characters of a value, and of its path, that are searched: a server may send any length. */
const MAX_LENGTH = 500;

/** How many levels of objects are searched. */
const MAX_LEVELS = 4;

/** A found folder, and the metadata that matches, as in `order.id: 17`. */
export interface FolderMatch {
  readonly folder: OzFolder;
  /** Undefined if its ID matches. */
  readonly metaData: string | undefined;
}

/**
 * Searches folders by the beginning of their ID, with or without dashes, and by their metadata.
 * @param text as typed; an empty one matches every folder
 * @param most how many to find
 */
export function searchFolders(
  folders: readonly OzFolder[],
  text: string,
  most: number,
): readonly FolderMatch[] {
  const wanted = text.trim().toLowerCase();
  const found: FolderMatch[] = [];
  for (const folder of folders) {
    if (found.length === most) break;
    const hasId = isIdPrefix(folder.id, wanted);
    const metaData = hasId ? undefined : pieceWith(folder.metaData, wanted);
    if (hasId || metaData !== undefined) found.push({ folder, metaData });
  }
  return found;
}

/** @returns whether an ID begins with the typed text, with or without dashes */
export function isIdPrefix(id: string, typed: string): boolean {
  const digits = typed.trim().toLowerCase();
  return !digits.startsWith("-") && id.replaceAll("-", "").startsWith(digits.replaceAll("-", ""));
}

function pieceWith(metaData: unknown, wanted: string): string | undefined {
  let left = MAX_SEARCHED_VALUES;
  const search = (value: unknown, path: string, depth: number): string | undefined => {
    left -= 1;
    if (typeof value === "object" && value !== null) {
      if (depth === 0) return undefined;
      // Not Object.entries: it creates all entries, even if few are searched.
      for (const key of Object.keys(value)) {
        if (left <= 0) return undefined;
        const one: unknown = (value as JsonObject)[key];
        const longer = path === "" ? key : `${path}.${key}`;
        const piece = search(one, longer.slice(0, MAX_LENGTH), depth - 1);
        if (piece !== undefined) return piece;
      }
      return undefined;
    }
    const piece = `${path}: ${String(value).slice(0, MAX_LENGTH)}`;
    return path !== "" && piece.toLowerCase().includes(wanted) ? piece : undefined;
  };
  return search(metaData, "", MAX_LEVELS);
}
