import { MOST_SEARCHED_VALUES } from "../../base/limits";
import type { JsonObject } from "../../base/readJson";
import type { OzFolder } from "../../oz/model/folder";

/** Characters of a text, and of the names that lead to it, in which is searched: what a server sends may have any length. */
const LONGEST = 500;

/** Objects in objects in which is searched. */
const DEEPEST = 4;

/** A folder that was searched for, and the piece of its metadata by which it was found, as in `order.id: 17`. */
export interface FolderMatch {
  readonly folder: OzFolder;
  /** Undefined where its id was it. */
  readonly metaData: string | undefined;
}

/**
 * Searches folders by the beginning of their id, with dashes or without, and by what their metadata says.
 * @param text as it was typed; an empty one finds every folder
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

/** @returns whether an id begins with what was typed of it, with dashes or without */
export function isIdPrefix(id: string, typed: string): boolean {
  const digits = typed.trim().toLowerCase();
  return !digits.startsWith("-") && id.replaceAll("-", "").startsWith(digits.replaceAll("-", ""));
}

function pieceWith(metaData: unknown, wanted: string): string | undefined {
  let left = MOST_SEARCHED_VALUES;
  const search = (value: unknown, path: string, depth: number): string | undefined => {
    left -= 1;
    if (typeof value === "object" && value !== null) {
      if (depth === 0) return undefined;
      // No entries: they would all be made, however few are searched.
      for (const key of Object.keys(value)) {
        if (left <= 0) return undefined;
        const one: unknown = (value as JsonObject)[key];
        const longer = path === "" ? key : `${path}.${key}`;
        const piece = search(one, longer.slice(0, LONGEST), depth - 1);
        if (piece !== undefined) return piece;
      }
      return undefined;
    }
    const piece = `${path}: ${String(value).slice(0, LONGEST)}`;
    return path !== "" && piece.toLowerCase().includes(wanted) ? piece : undefined;
  };
  return search(metaData, "", DEEPEST);
}
