import * as l10n from "@vscode/l10n";
import { inDigits } from "../../base/language";
import { MAX_DEPTH, MAX_MEDIA } from "../../base/limits";
import { isObject, member, textMember, timeMember, type JsonObject } from "../../base/readJson";
import { makeFinding, type Finding } from "../../status/finding";
import type { FolderResolution } from "../../status/resolution";
import { resolveFolder } from "../../status/resolveFolder";
import type { InvalidValue } from "../http/jsonText";
import { cutDeep } from "./cutDeep";
import { readId } from "./id";
import { invalidFindings } from "./invalidFindings";
import { mentionsMoreMedia } from "./media";

/** A folder from a reply: the members that are used everywhere, and all of its JSON. */
export interface OzFolder {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly createdAt: number | undefined;
  /** Epoch milliseconds. */
  readonly updatedAt: number | undefined;
  readonly metaData: JsonObject | undefined;
  /** What the operator who decided the folder wrote. Personal data. */
  readonly operatorComment: string | undefined;
  readonly resolution: FolderResolution;
  /** The parsed JSON, see `parseText`. Anything nested deeper than `MAX_DEPTH` is null, and a finding says so. */
  readonly json: JsonObject;
  /** When the reply with it was received, in epoch milliseconds by the server's clock. */
  readonly receivedAt: number | undefined;
}

/** What one reply with a list of folders holds. */
export interface PageContent {
  readonly folders: readonly OzFolder[];
  /** The number of all folders, if the server sent it. */
  readonly totalCount: number | undefined;
  /** The number of items that could not be read. */
  readonly skipped: number;
}

/** One page of the list of folders. */
export interface FolderPage extends PageContent {
  /** How many folders are before it on the server. */
  readonly offset: number;
  /** Whether the list is known to end with it. */
  readonly isLast: boolean;
}

/** @returns how many items the server sent, also those that could not be read */
export function rowsOf({ folders, skipped }: Pick<PageContent, "folders" | "skipped">): number {
  return folders.length + skipped;
}

const tooDeep = (): Finding =>
  makeFinding(
    "replyCut",
    l10n.t(
      "The folder is nested more than {0} levels deep; what is deeper is not shown. Open JSON to see all.",
      MAX_DEPTH,
    ),
    [],
  );

const moreMedia = (): Finding =>
  makeFinding(
    "replyCut",
    l10n.t(
      "The folder and its analyses have more than {0} media; only the first {0} are shown. Open JSON to see all.",
      inDigits(MAX_MEDIA),
    ),
    [],
  );

/**
 * Reads a folder (section 5.2 of oz-api.md).
 * @param json any JSON value
 * @param receivedAt when the reply was received; see `resolveFolder`
 * @param isDeep whether it may be nested deeper than `MAX_DEPTH`: anything deeper is then set to null in `json` itself
 * @param invalid what was left out of it
 * @returns undefined if it is not an object with a usable `folder_id`; everything else may be missing
 */
export function readFolder(
  json: unknown,
  receivedAt?: number,
  isDeep = false,
  invalid: readonly InvalidValue[] = [],
): OzFolder | undefined {
  const id = readId(textMember(json, "folder_id") ?? "");
  if (id === undefined || !isObject(json)) return undefined;
  const isCut = isDeep && cutDeep(json, MAX_DEPTH) > 0;
  const metaData = member(json, "meta_data");
  return {
    id,
    createdAt: timeMember(json, "time_created"),
    updatedAt: timeMember(json, "time_updated"),
    metaData: isObject(metaData) ? metaData : undefined,
    operatorComment: textMember(json, "operator_comment"),
    resolution: resolveFolder(json, receivedAt, [
      ...invalidFindings(json, invalid),
      ...(isCut ? [tooDeep()] : []),
      ...(mentionsMoreMedia(json) ? [moreMedia()] : []),
    ]),
    json,
    receivedAt,
  };
}

/**
 * Reads a list of folders: a bare array or an envelope with `items` (sections 4.1 and 12 of oz-api.md).
 * @param limit how many items were requested; further ones are not read
 * @param receivedAt when the reply was received; see `resolveFolder`
 * @param isDeep whether folders may be nested too deeply, see `readFolder`
 * @param invalid what was left out of the list
 * @returns undefined if it is neither
 */
export function readPage(
  json: unknown,
  limit = Infinity,
  receivedAt?: number,
  isDeep = false,
  invalid: readonly InvalidValue[] = [],
): PageContent | undefined {
  const sent: unknown = Array.isArray(json) ? json : member(json, "items");
  if (!Array.isArray(sent)) return undefined;
  const items: readonly unknown[] = sent.slice(0, limit);
  const invalidByItem = groupByItem(invalid, Array.isArray(json) ? 0 : 1);
  const folders = items
    .map((item, index) => readFolder(item, receivedAt, isDeep, invalidByItem.get(index)))
    .filter((folder) => folder !== undefined);
  const total = member(json, "total_count");
  return {
    folders,
    totalCount: typeof total === "number" && Number.isSafeInteger(total) && total >= 0 ? total : undefined,
    skipped: items.length - folders.length,
  };
}

/** @param depth where in a path the index of the item is */
function groupByItem(
  invalid: readonly InvalidValue[],
  depth: number,
): ReadonlyMap<unknown, readonly InvalidValue[]> {
  const byItem = new Map<unknown, InvalidValue[]>();
  for (const { path, ...value } of invalid) {
    if (depth === 1 && path[0] !== "items") continue;
    const ofItem = byItem.get(path[depth]) ?? [];
    byItem.set(path[depth], ofItem);
    ofItem.push({ ...value, path: path.slice(depth + 1) });
  }
  return byItem;
}
