import * as l10n from "@vscode/l10n";
import { inDigits } from "../base/language";
import { MAX_ASKED_FILTER, MAX_QUOTED_NAME, MAX_READ_FOLDERS, MAX_SENTENCE } from "../base/limits";
import { isObject, readTime, type JsonObject } from "../base/readJson";
import { UserError } from "../commands/command";
import { isEmpty, type FolderFilter } from "../folders/filter/folderFilter";
import { readFilter } from "../folders/filter/readFilter";
import { tellsMetadata } from "../settings";
import { analysisKind } from "../status/analysisType";
import { filterInWords } from "../views/text/filterInWords";
import type { ToolServices } from "./tool";
import { connectionOf } from "./toolContext";

/** What a call of a tool reads folders by, and its question. */
interface FilterCall {
  readonly filter: FolderFilter;
  /** As the user calls it. */
  readonly connection: string;
  /** See `ToolCall`. */
  readonly sends: string;
}

/**
 * @param input of a tool, see `filterIn`
 * @throws UserError as `filterIn` and `connectionOf` do, and if the filter is too long to be shown whole: the user would
 * agree to what nobody has read
 */
export function filterCall(services: ToolServices, input: unknown): FilterCall {
  const filter = filterIn(input);
  const connection = connectionOf(services);
  const isLong = (code: string): boolean => Array.from(code).length > MAX_QUOTED_NAME;
  const words = filterInWords(filter, MAX_SENTENCE);
  // In words, a condition may be longer than as JSON, and invisible characters have no length.
  const length = Math.max(words.length, JSON.stringify(filter).length);
  if (length > MAX_ASKED_FILTER || filter.errorCodes?.some(isLong))
    throw new UserError(
      l10n.t("The filter is too long to show to the user. Give fewer or shorter conditions."),
    );
  const most = inDigits(MAX_READ_FOLDERS);
  const sends = isEmpty(filter)
    ? l10n.t("Oz Inspector asks {0} for its newest folders, {1} at most.", connection, most)
    : l10n.t("Oz Inspector asks {0} for folders, {1} at most: {2}.", connection, most, words);
  return { filter, connection, sends };
}

/**
 * @param input of a tool: the conditions of a filter by their names; times also in ISO 8601
 * @throws UserError if it is no filter that this version knows, and for metadata or a text if the user lets no agent see
 * metadata: by many questions it could find out what they are
 */
export function filterIn(input: unknown): FolderFilter {
  if (!isObject(input)) throw new UserError(l10n.t("Give the conditions of a filter as an object."));
  const { created } = input;
  const filter = readFilter(isObject(created) ? { ...input, created: inMilliseconds(created) } : input);
  if (!filter)
    throw new UserError(
      l10n.t("Not a filter: it has a condition or a value that is not in the description of the tool."),
    );
  if ((filter.text !== undefined || filter.metaData?.length) && !tellsMetadata())
    throw new UserError(
      l10n.t(
        "The user does not let agents see metadata. Leave out “metaData” and “text”, or look up a folder by a value that the user has named.",
      ),
    );
  return byKind(filter);
}

/** Agents know analyses by the types of Oz API, as other answers have them. */
function byKind(filter: FolderFilter): FolderFilter {
  const { analyses, score } = filter;
  return {
    ...filter,
    analyses: analyses?.map(analysisKind),
    score: score && { ...score, analysis: analysisKind(score.analysis) },
  };
}

/** @returns the same with times as numbers; what is no time is null, and is refused */
function inMilliseconds(created: JsonObject): JsonObject {
  const times = Object.entries(created).map(([name, value]) => [
    name,
    name === "since" ? value : (readTime(value) ?? null),
  ]);
  return Object.fromEntries(times) as JsonObject;
}
