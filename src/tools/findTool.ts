import * as l10n from "@vscode/l10n";
import { counted } from "../base/language";
import { MAX_TOLD_FOLDERS } from "../base/limits";
import { readMatching, type MatchingRead } from "../folders/filter/readMatching";
import { missingInWords } from "../views/text/matchingRead";
import { filterIn, filterInQuestion } from "./filterInput";
import { folderFacts } from "./folderFacts";
import type { Facts, Tool } from "./tool";
import { connectionOf, factsContext } from "./toolContext";

/** Finds the newest folders that match a filter, without showing them. */
export const findTool: Tool = (services, input) => {
  const filter = filterIn(input);
  const connection = connectionOf(services);
  return {
    title: l10n.t("Find folders in {0}?", connection),
    sends: filterInQuestion(filter, connection),
    progress: l10n.t("Finding folders in {0}", connection),
    run: async (cancel) => {
      const context = factsContext(services);
      const read = await readMatching(services.folders.reader, filter, {
        clock: services.connections.serverClock,
        take: (folder) => folderFacts(folder, context),
        cancel,
        maxMatches: MAX_TOLD_FOLDERS,
      });
      return { connection, ...foundFacts(read) };
    },
  };
};

function foundFacts(read: MatchingRead<Facts>): Facts {
  const { items, checked, reachedEnd } = read;
  const isFull = !reachedEnd && items.length === MAX_TOLD_FOLDERS;
  const more = counted(
    l10n.t(
      "Only the newest {0} match is given. For older ones, ask for a time before it.|Only the newest {0} matches are given. For older ones, ask for a time before them.",
    ),
    items.length,
  );
  return {
    folders: items,
    folders_checked: checked,
    complete: reachedEnd,
    remarks: isFull ? [more] : missingInWords(read),
  };
}
