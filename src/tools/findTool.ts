import * as l10n from "@vscode/l10n";
import { counted } from "../base/language";
import { MAX_TOLD_FOLDERS } from "../base/limits";
import { readMatching, type MatchingRead } from "../folders/filter/readMatching";
import { filterCall } from "./filterInput";
import { folderFacts } from "./folderFacts";
import type { Facts, Tool, ToolServices } from "./tool";
import { factsContext, missingFacts } from "./toolContext";

/** Finds folders that match a filter, the first that the server has, without showing them. */
export const findTool: Tool = (services, input) => {
  const { filter, connection, sends } = filterCall(services, input);
  return {
    title: l10n.t("Find folders in {0}?", connection),
    sends,
    progress: l10n.t("Finding folders in {0}", connection),
    run: async (cancel) => {
      const context = factsContext(services);
      const read = await readMatching(services.folders, filter, {
        clock: services.connections.serverClock,
        take: (folder) => folderFacts(folder, context),
        cancel,
        maxMatches: MAX_TOLD_FOLDERS,
      });
      return { connection, ...foundFacts(read, services) };
    },
  };
};

function foundFacts(read: MatchingRead<Facts>, services: ToolServices): Facts {
  const { items, checked, reachedEnd } = read;
  const isFull = !reachedEnd && items.length === MAX_TOLD_FOLDERS;
  const more = counted(
    l10n.t(
      "Only {0} match is given, and there may be more. Narrow the filter, for example by time.|Only {0} matches are given, and there may be more. Narrow the filter, for example by time.",
    ),
    items.length,
  );
  return {
    folders: items,
    folders_checked: checked,
    complete: reachedEnd,
    remarks: isFull ? [more] : missingFacts(read, services),
  };
}
