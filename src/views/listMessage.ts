import { isDeepStrictEqual } from "node:util";
import * as l10n from "@vscode/l10n";
import { counted, inDigits } from "../base/language";
import { MAX_QUOTED_NAME } from "../base/limits";
import { plainText } from "../base/plainText";
import type { FilteredFolders } from "../folders/filter/filteredFolders";
import { isEmpty, type FolderFilter } from "../folders/filter/folderFilter";
import type { Folders } from "../folders/folders";
import { foldersOfRole } from "../oz/model/role";
import { filterInWords } from "./text/filterInWords";
import { folderCount } from "./text/folderText";
import { shortTime } from "./text/formatTime";
import { matchesInWords } from "./text/matchingRead";

/** Whose folders are listed. */
export interface ListedAccount {
  /** The connection, in words. */
  readonly connection: string;
  /** In the server's words, if known. */
  readonly role: string | undefined;
}

type ListState = Pick<Folders, "store" | "health" | "filter">;

/** @returns whether the list has no reply yet: neither its first page nor a failure */
export function awaitsFirstReply({ store, health, filter }: ListState): boolean {
  return !store.current.loaded && !health.failure && !filter.current;
}

/** @returns whether the account is known to see no folders */
function seesNoFolders({ store, health, filter }: ListState): boolean {
  const { loaded, all } = store.current;
  return loaded && all.length === 0 && !health.failure && !filter.current;
}

/**
 * @param now epoch milliseconds
 * @param account undefined while signed out
 * @param isLate whether the first reply is late
 * @returns the line above the rows: the connection, because the title has no room for it beside the buttons; then what is
 * waited for, the filter, how old the rows are while the server cannot be read, or why there are none. Undefined while
 * signed out: VS Code shows no welcome content below a message
 */
export function listMessage(
  folders: ListState,
  now: number,
  account: ListedAccount | undefined,
  isLate: boolean,
): string | undefined {
  if (!account) return undefined;
  const state = stateInWords(folders, now, account, isLate);
  return state === undefined ? account.connection : `${account.connection} · ${state}`;
}

function stateInWords(
  folders: ListState,
  now: number,
  { role }: ListedAccount,
  isLate: boolean,
): string | undefined {
  const { store, health, filter } = folders;
  const asOf = health.failure && health.lastSuccess;
  if (filter.current) {
    const age =
      asOf === undefined
        ? []
        : [
            l10n.t({
              message: "As of {0}.",
              args: [shortTime(asOf, now)],
              comment: "Of what time the folders of the list are",
            }),
          ];
    return [filterMessage(filter.current, now), ...age].join(" ");
  }
  if (isLate) return l10n.t("Waiting for the server…");
  if (!store.current.loaded) return undefined;
  const count = store.current.all.length;
  if (asOf !== undefined && count > 0)
    return counted(l10n.t("{0} folder, as of {1}.|{0} folders, as of {1}."), count, shortTime(asOf, now));
  return seesNoFolders(folders) ? emptyListMessage(role) : undefined;
}

/** The filter's name and what it found. */
function filterMessage(filtered: FilteredFolders, now: number): string {
  const name = plainText(filtered.name);
  if (!filtered.loaded)
    return l10n.t({ message: "{0}: searching…", args: [name], comment: "{0} is the name of a filter" });
  const { knownCount } = filtered;
  if (knownCount !== undefined) return `${name}: ${knownInWords(filtered.all.length, knownCount)}.`;
  if (filtered.hasMore)
    return [`${name}: ${checkedInWords(filtered, now)}.`, ...unaskedInWords(filtered)].join(" ");
  const { length } = filtered.all;
  return `${name}: ${length === 0 ? l10n.t({ message: "no folders", comment: "What a filter has found, after its name and a colon" }) : folderCount(length)}.`;
}

/** @returns "57 folders of the overview", or "57 of 600 folders of the overview" while some are not loaded */
function knownInWords(shown: number, known: number): string {
  return shown >= known
    ? counted(l10n.t("{0} folder of the overview|{0} folders of the overview"), shown)
    : counted(
        l10n.t("{1} of {0} folder of the overview|{1} of {0} folders of the overview"),
        known,
        inDigits(shown),
      );
}

/**
 * How much of the server's list has been searched: "3 matches in 400 folders checked, back to 12:03:11", but "3 matches so
 * far" if the server filtered: how many folders it passed over is not known.
 */
function checkedInWords(filtered: FilteredFolders, now: number): string {
  const { gapIndex, checkedCount, checkedBackTo } = filtered;
  const matches = isUnfiltered(filtered)
    ? matchesInWords(gapIndex, checkedCount)
    : counted(l10n.t("{0} match so far|{0} matches so far"), gapIndex);
  if (checkedBackTo === undefined) return matches;
  const extent = l10n.t({
    message: "back to {0}",
    args: [shortTime(checkedBackTo, now)],
    comment:
      "How far folders, newest first, were checked. Follows “3 matches in 400 folders checked” and a comma",
  });
  return `${matches}, ${extent}`;
}

/** Why the server sends folders that do not match: a sentence, or none. */
function unaskedInWords(filtered: FilteredFolders): readonly string[] {
  if (isUnfiltered(filtered)) return [l10n.t("Not filtered by the server.")];
  const { unasked } = filtered;
  return isEmpty(unasked) ? [] : [l10n.t("Not filtered by the server: {0}.", filterInWords(unasked))];
}

/** Whether the server could not be asked for any condition. */
function isUnfiltered({ filter, unasked }: FilteredFolders): boolean {
  const parts = Object.keys(unasked) as (keyof FolderFilter)[];
  return parts.every((part) => isDeepStrictEqual(unasked[part], filter[part]));
}

/** Why there may be no folders, given the account's role if it is known. */
function emptyListMessage(role: string | undefined): string {
  if (role === undefined)
    return l10n.t(
      "No folders are visible to this account. It may have none, or lack permission to see others'.",
    );
  const name = plainText(role, MAX_QUOTED_NAME);
  switch (foldersOfRole(role)) {
    case "own":
      return l10n.t(
        "No folders are visible: this account has the role {0}, which sees only its own folders.",
        name,
      );
    case "company":
      return l10n.t(
        "No folders are visible: this account has the role {0}, which sees only its company's folders.",
        name,
      );
    case "all":
      return l10n.t(
        "There are no folders yet: this account has the role {0}, which sees the folders of all companies.",
        name,
      );
    default:
      return l10n.t(
        "No folders are visible: this account has the role {0}, which may lack permission to see others' folders.",
        name,
      );
  }
}
