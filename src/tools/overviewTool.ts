import * as l10n from "@vscode/l10n";
import { readMatching } from "../folders/filter/readMatching";
import { overviewOf } from "../folders/overview/overview";
import type { SummedFolder } from "../folders/overview/overviewSums";
import { sumUp } from "../folders/overview/sumUp";
import { filterCall } from "./filterInput";
import { overviewFacts } from "./overviewFacts";
import type { Tool } from "./tool";
import { missingFacts } from "./toolContext";

/** Sums up the folders that match a filter, as the overview does. */
export const overviewTool: Tool = (services, input) => {
  const { filter, connection, sends } = filterCall(services, input);
  return {
    title: l10n.t("Sum up folders in {0}?", connection),
    sends,
    progress: l10n.t("Summing up folders in {0}", connection),
    run: async (cancel) => {
      const { connections, folders, scrubber } = services;
      const { serverClock: clock } = connections;
      const take = ({ createdAt, resolution }: SummedFolder): SummedFolder => ({ createdAt, resolution });
      const read = await readMatching(folders, filter, { clock, take, cancel });
      const sums = await sumUp(read.items, clock, cancel);
      return {
        connection,
        ...overviewFacts(overviewOf(sums), scrubber),
        folders_checked: read.checked,
        complete: read.reachedEnd,
        remarks: missingFacts(read, services),
      };
    },
  };
};
