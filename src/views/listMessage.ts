import { plainText } from "../base/plainText";
import type { FilteredFolders } from "../folders/filter/filteredFolders";
import type { Folders } from "../folders/folders";
import { foldersOfRole } from "../oz/model/role";
import { folderCount } from "./text/folderText";
import { shortTime, timeOfDay } from "./text/formatTime";

/**
 * @param now epoch milliseconds
 * @param role of the account, in the server's words, if known
 * @returns the message above the rows: the filter, how old the rows are while the server cannot be read, or why there
 * are none; undefined if there is nothing to say
 */
export function listMessage(
  { store, health, filter }: Pick<Folders, "store" | "health" | "filter">,
  now: number,
  role: string | undefined,
): string | undefined {
  const asOf = health.failure?.lastSuccess;
  if (filter.current) {
    const age = asOf === undefined ? "" : ` As of ${timeOfDay(asOf)}.`;
    return `${filterMessage(filter.current, now)}${age}`;
  }
  if (!store.current.loaded) return undefined;
  const count = store.current.all.length;
  if (asOf !== undefined && count > 0) return `${folderCount(count)}, as of ${timeOfDay(asOf)}.`;
  return count === 0 && role !== undefined ? emptyListMessage(role) : undefined;
}

/** The filter's name and what it found. */
function filterMessage(filtered: FilteredFolders, now: number): string {
  const name = plainText(filtered.name);
  if (!filtered.loaded) return `${name}: searching…`;
  if (filtered.hasMore) return `${name}: ${checkedInWords(filtered, now)}.`;
  const { length } = filtered.all;
  return `${name}: ${length === 0 ? "no folders" : folderCount(length)}.`;
}

/** How much of the server's list has been searched: "3 matches in 400 folders checked, back to 12:03:11". */
function checkedInWords({ gapIndex, checkedCount, checkedBackTo }: FilteredFolders, now: number): string {
  const matches = gapIndex === 1 ? "1 match" : `${gapIndex.toLocaleString("en")} matches`;
  const counts = `${matches} in ${folderCount(checkedCount)} checked`;
  return checkedBackTo === undefined ? counts : `${counts}, back to ${shortTime(checkedBackTo, now)}`;
}

/** Why there may be no folders, given the account's role. */
function emptyListMessage(role: string): string {
  const name = plainText(role, 40);
  switch (foldersOfRole(role)) {
    case "own":
      return `No folders are visible: this account has the role ${name}, which sees only its own folders.`;
    case "company":
      return `No folders are visible: this account has the role ${name}, which sees only its company's folders.`;
    case "all":
      return `There are no folders yet: this account has the role ${name}, which sees the folders of all companies.`;
    default:
      return `No folders are visible: this account has the role ${name}, which may lack permission to see others' folders.`;
  }
}
