import * as l10n from "@vscode/l10n";
import { MAX_LINE, MAX_TOLD_FOLDERS } from "../base/limits";
import { plainText } from "../base/plainText";
import { textMember } from "../base/readJson";
import { UserError } from "../commands/command";
import { notFoundSentence, refuseInexpressible, remarks } from "../commands/folder/lookUpMetaData";
import { findByMetaData, type MetaDataQuery } from "../folders/search/findByMetaData";
import { shortId } from "../oz/model/id";
import { lookUpKeys } from "../settings";
import { folderFacts } from "./folderFacts";
import type { Tool, ToolCall, ToolServices } from "./tool";
import { connectionOf, factsContext, readAnew } from "./toolContext";
import { idIn } from "./toolInput";

/** Looks up a folder by its ID or that of an analysis, or folders by a value in their metadata. */
export const lookUpTool: Tool = (services, input) => {
  const connection = connectionOf(services);
  const value = textMember(input, "value");
  if (value === undefined) return byId(services, connection, idIn(input));
  const key = textMember(input, "key");
  // What the question does not show whole, the user would agree to without having read it.
  if ([key ?? "", value].some(({ length }) => length > MAX_LINE))
    throw new UserError(l10n.t("The value or its key is too long to show to the user."));
  return byMetaData(services, connection, { keys: key === undefined ? lookUpKeys() : [key], value });
};

function byId(services: ToolServices, connection: string, id: string): ToolCall {
  return {
    title: l10n.t("Look up {0} in {1}?", shortId(id), connection),
    sends: l10n.t("Oz Inspector asks {0} for {1}.", connection, id),
    progress: l10n.t("Looking up {0} in {1}", shortId(id), connection),
    run: async (cancel) => {
      const folder = await readAnew(services, id, cancel);
      const found_by = [folder.id === id ? "folder_id" : "analysis_id"];
      return { connection, folders: [{ ...folderFacts(folder, factsContext(services)), found_by }] };
    },
  };
}

/** @throws UserError for a query that Oz API cannot be asked for */
function byMetaData(services: ToolServices, connection: string, query: MetaDataQuery): ToolCall {
  const { keys, value } = query;
  if (keys.length === 0)
    throw new UserError(
      l10n.t("Give the key of the metadata as “key”: the user has set none to look up by."),
    );
  refuseInexpressible(query);
  const quoted = plainText(value);
  const names = plainText(keys.join(", "));
  return {
    title: l10n.t("Look up metadata in {0}?", connection),
    sends: l10n.t("Oz Inspector asks {0} for folders that have “{1}” as {2}.", connection, quoted, names),
    progress: l10n.t("Looking up metadata in {0}", connection),
    run: async (cancel) => {
      const found = await findByMetaData(services.folders.reader, query, cancel);
      if (found.matches.length === 0)
        return { connection, folders: [], remarks: [notFoundSentence(query, found, connection, undefined)] };
      const context = factsContext(services);
      const told = found.matches.slice(0, MAX_TOLD_FOLDERS);
      const leftOut = found.matches.length - told.length;
      const toldBy = (key: string): number => told.filter(({ keys: by }) => by.includes(key)).length;
      const cut = found.cut.map(({ key }) => ({ key, count: toldBy(key) }));
      return {
        connection,
        folders: told.map(({ folder, keys: found_by }) => ({
          ...folderFacts(folder, context),
          found_by,
        })),
        ...(leftOut > 0 ? { folders_left_out: leftOut } : {}),
        remarks: remarks({ ...found, cut }, connection),
      };
    },
  };
}
