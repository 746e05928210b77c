import { MAX_DEPTH } from "../../base/limits";
import { isObject, member, textMember, timeMember, type JsonObject } from "../../base/readJson";
import type { FolderResolution } from "../../status/resolution";
import { resolveFolder } from "../../status/resolveFolder";
import { cutDeep } from "./cutDeep";
import { readId } from "./id";

/** A folder from a reply: the members that are used everywhere, and all of its JSON. */
export interface OzFolder {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly createdAt: number | undefined;
  /** Epoch milliseconds. */
  readonly updatedAt: number | undefined;
  readonly metaData: JsonObject | undefined;
  readonly resolution: FolderResolution;
  /** The parsed JSON. Anything nested deeper than `MAX_DEPTH` is null, and a finding says so. */
  readonly json: JsonObject;
}

/** One page of the list of folders. */
export interface FolderPage {
  readonly folders: readonly OzFolder[];
  /** The number of all folders, if the server sent it. */
  readonly totalCount: number | undefined;
  /** The number of items that could not be read. */
  readonly skipped: number;
}

const TOO_DEEP = `The folder is nested more than ${MAX_DEPTH} levels deep; what is deeper is not shown.`;

/**
 * Reads a folder (section 5.2 of oz-api.md).
 * @param json any JSON value
 * @param isDeep whether it may be nested deeper than `MAX_DEPTH`: anything deeper is then set to null in `json` itself
 * @returns undefined if it is not an object with a usable `folder_id`; everything else may be missing
 */
export function readFolder(json: unknown, isDeep = false): OzFolder | undefined {
  const id = readId(textMember(json, "folder_id") ?? "");
  if (id === undefined || !isObject(json)) return undefined;
  const isCut = isDeep && cutDeep(json, MAX_DEPTH) > 0;
  const metaData = member(json, "meta_data");
  return {
    id,
    createdAt: timeMember(json, "time_created"),
    updatedAt: timeMember(json, "time_updated"),
    metaData: isObject(metaData) ? metaData : undefined,
    resolution: resolveFolder(json, undefined, isCut ? [TOO_DEEP] : []),
    json,
  };
}

/**
 * Reads a list of folders: a bare array or an envelope with `items` (sections 4.1 and 12 of oz-api.md).
 * @param limit how many items were requested; further ones are not read
 * @param isDeep whether folders may be nested too deeply, see `readFolder`
 * @returns undefined if it is neither
 */
export function readPage(json: unknown, limit = Infinity, isDeep = false): FolderPage | undefined {
  const sent: unknown = Array.isArray(json) ? json : member(json, "items");
  if (!Array.isArray(sent)) return undefined;
  const items: readonly unknown[] = sent.slice(0, limit);
  const folders = items.map((item) => readFolder(item, isDeep)).filter((folder) => folder !== undefined);
  const total = member(json, "total_count");
  return {
    folders,
    totalCount: typeof total === "number" && Number.isInteger(total) && total >= 0 ? total : undefined,
    skipped: items.length - folders.length,
  };
}
