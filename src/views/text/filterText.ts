import { plainText } from "../../base/plainText";
import type { FilteredFolders } from "../../folders/filter/filteredFolders";
import { folderCount } from "./folderText";
import { shortTime } from "./formatTime";

/**
 * @param now epoch milliseconds
 * @returns how far a filter looked through the list of the server: "3 matches in 400 folders checked, back to 12:03:11"
 */
function checkedInWords(filtered: FilteredFolders, now: number): string {
  const { gapIndex, checkedCount, checkedBackTo } = filtered;
  const matches = gapIndex === 1 ? "1 match" : `${gapIndex.toLocaleString("en")} matches`;
  const counts = `${matches} in ${folderCount(checkedCount)} checked`;
  return checkedBackTo === undefined ? counts : `${counts}, back to ${shortTime(checkedBackTo, now)}`;
}

/** @returns which filter is set and what came of it, above the rows of the list */
export function filterMessage(filtered: FilteredFolders, now: number): string {
  const name = plainText(filtered.name);
  if (!filtered.loaded) return `${name}: looking…`;
  if (filtered.hasMore) return `${name}: ${checkedInWords(filtered, now)}.`;
  const { length } = filtered.all;
  return `${name}: ${length === 0 ? "no folder" : folderCount(length)}.`;
}
