import { type Ids, isUuid, keyOf } from "../data/ids";
import { invalidValue } from "../server/errors";
import type { FolderFilter } from "./folderFilter";
import { type Params, several } from "./params";

/**
 * Reads `folder_id` and `folder_id.exclude` (oz-api.md 4.7).
 * @throws ApiError 4 for what is no UUID
 */
export function idFilters(params: Params, ids: Ids): FolderFilter[] {
  const filters: FolderFilter[] = [];
  const wanted = readIds(params, "folder_id", ids);
  if (wanted) filters.push((folder) => wanted.has(keyOf(folder)));
  const excluded = readIds(params, "folder_id.exclude", ids);
  if (excluded) filters.push((folder) => !excluded.has(keyOf(folder)));
  return filters;
}

function readIds(params: Params, name: string, ids: Ids): Set<number> | undefined {
  const values = several(params, name);
  if (!values) return undefined;
  const found = new Set<number>();
  for (const value of values) {
    if (!isUuid(value)) throw invalidValue("Invalid value for uuid field", name);
    const parts = ids.read(value);
    if (parts?.kind === "folder") found.add(keyOf(parts));
  }
  return found;
}
