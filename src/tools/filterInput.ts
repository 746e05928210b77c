import * as l10n from "@vscode/l10n";
import { inDigits } from "../base/language";
import { MAX_READ_FOLDERS } from "../base/limits";
import { isObject, readTime, type JsonObject } from "../base/readJson";
import { UserError } from "../commands/command";
import { isEmpty, type FolderFilter } from "../folders/filter/folderFilter";
import { readFilter } from "../folders/filter/readFilter";
import { tellsMetadata } from "../settings";
import { analysisKind } from "../status/analysisType";
import { filterInWords } from "../views/text/filterInWords";

/**
 * @param input of a tool: the conditions of a filter by their names; times also in ISO 8601
 * @throws UserError if it is no filter that this version knows, and for a text if the user lets no agent see metadata: by
 * many questions for parts of texts it could read them
 */
export function filterIn(input: unknown): FolderFilter {
  if (!isObject(input)) throw new UserError(l10n.t("Give the conditions of a filter as an object."));
  const { created } = input;
  const filter = readFilter(isObject(created) ? { ...input, created: inMilliseconds(created) } : input);
  if (!filter)
    throw new UserError(
      l10n.t("Not a filter: it has a condition or a value that is not in the description of the tool."),
    );
  if (filter.text !== undefined && !tellsMetadata())
    throw new UserError(
      l10n.t("A text is searched for in metadata, which the user does not let agents see. Leave out “text”."),
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

/** @returns what is sent, for the question before a tool runs */
export function filterInQuestion(filter: FolderFilter, connection: string): string {
  const most = inDigits(MAX_READ_FOLDERS);
  return isEmpty(filter)
    ? l10n.t("Oz Inspector asks {0} for its newest folders, {1} at most.", connection, most)
    : l10n.t("Oz Inspector asks {0} for folders, {1} at most: {2}.", connection, most, filterInWords(filter));
}

/** @returns the same with times as numbers; what is no time is null, and is refused */
function inMilliseconds(created: JsonObject): JsonObject {
  const times = Object.entries(created).map(([name, value]) => [
    name,
    name === "since" ? value : (readTime(value) ?? null),
  ]);
  return Object.fromEntries(times) as JsonObject;
}
