import * as l10n from "@vscode/l10n";
import { counted, inDigits } from "../../base/language";
import type { MatchingRead, ReadProgress } from "../../folders/filter/readMatching";
import { folderCount } from "./folderText";
import { exactTime } from "./formatTime";

/** @returns "3 matches in 400 folders checked" */
export function matchesInWords(matches: number, checked: number): string {
  return counted(
    l10n.t({
      message: "{0} match in {1} checked|{0} matches in {1} checked",
      comment: "{1} is how many folders were checked, with the word: “400 folders”",
    }),
    matches,
    folderCount(checked),
  );
}

/** @returns how far a read has come: "3 matches in 400 folders checked", or without a filter "400 of 1,000 folders" */
export function progressInWords({ checked, matches, total }: ReadProgress, isFiltered: boolean): string {
  if (isFiltered) return matchesInWords(matches, checked);
  return total === undefined ? folderCount(checked) : partOf(checked, Math.max(total, checked));
}

/** @returns what a read did not see, in sentences; none if it saw every folder that may match */
export function missingInWords(read: Omit<MatchingRead<unknown>, "items">): readonly string[] {
  const { checked, reachedEnd, hasUnreadable, checkedBackTo } = read;
  const unreadable = l10n.t("Some entries of the server's list cannot be read as folders.");
  const cut =
    checkedBackTo === undefined
      ? counted(l10n.t("Only {0} folder was read.|Only {0} folders were read."), checked)
      : counted(
          l10n.t(
            "Only {0} folder was read, back to {1}. To read older ones, filter by time.|Only {0} folders were read, back to {1}. To read older ones, filter by time.",
          ),
          checked,
          exactTime(checkedBackTo),
        );
  return [...(reachedEnd ? [] : [cut]), ...(hasUnreadable ? [unreadable] : [])];
}

/** @returns "400 of 1,000 folders" */
function partOf(count: number, all: number): string {
  return counted(l10n.t("{1} of {0} folder|{1} of {0} folders"), all, inDigits(count));
}
