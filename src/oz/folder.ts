import { isObject, member, textMember, timeMember, type JsonObject } from "../status/members";
import type { FolderResolution } from "../status/resolution";
import { resolveFolder } from "../status/resolveFolder";
import { readId } from "./id";

/** A folder as a reply describes it: the few members that are used, and the whole of it. */
export interface OzFolder {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly createdAt: number | undefined;
  /** Epoch milliseconds. */
  readonly updatedAt: number | undefined;
  readonly metaData: JsonObject | undefined;
  readonly resolution: FolderResolution;
  /** The parsed reply, untouched. */
  readonly json: JsonObject;
}

/**
 * Reads a folder (section 5.2 of oz-api.md).
 * @param json any JSON value
 * @returns undefined when it is no object with a usable `folder_id`; everything else may be missing
 */
export function readFolder(json: unknown): OzFolder | undefined {
  const id = readId(textMember(json, "folder_id") ?? "");
  if (id === undefined || !isObject(json)) return undefined;
  const metaData = member(json, "meta_data");
  return {
    id,
    createdAt: timeMember(json, "time_created"),
    updatedAt: timeMember(json, "time_updated"),
    metaData: isObject(metaData) ? metaData : undefined,
    resolution: resolveFolder(json),
    json,
  };
}
