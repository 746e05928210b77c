import { MOST_DEPTH } from "../../base/limits";
import { isObject, member, textMember, timeMember, type JsonObject } from "../../base/readJson";
import type { FolderResolution } from "../../status/resolution";
import { resolveFolder } from "../../status/resolveFolder";
import { cutDeep } from "./cutDeep";
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
  /** The parsed reply; what was nested deeper than `MOST_DEPTH` is null, and a finding says so. */
  readonly json: JsonObject;
}

const TOO_DEEP = `The folder is nested more than ${MOST_DEPTH} levels deep; what is deeper is not shown.`;

/**
 * Reads a folder (section 5.2 of oz-api.md).
 * @param json any JSON value
 * @param isDeep whether it may be nested deeper than `MOST_DEPTH`: then what is too deep is cut out of it
 * @returns undefined when it is no object with a usable `folder_id`; everything else may be missing
 */
export function readFolder(json: unknown, isDeep = false): OzFolder | undefined {
  const id = readId(textMember(json, "folder_id") ?? "");
  if (id === undefined || !isObject(json)) return undefined;
  const isCut = isDeep && cutDeep(json, MOST_DEPTH) > 0;
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
