import * as l10n from "@vscode/l10n";
import { counted, inDigits } from "../../base/language";
import { MAX_SENTENCE } from "../../base/limits";
import { plainText } from "../../base/plainText";
import type { MatchingRead, ReadProgress } from "../../folders/filter/readMatching";
import { errorSentence } from "./failureText";
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

/**
 * @returns how far a read has come: "3 matches in 400 folders checked", or without a filter "400 of 1,000 folders"; while it
 * waits because a page has failed, "400 of 1,000 folders, waiting to try again"
 */
export function progressInWords(
  { checked, matches, total }: ReadProgress,
  isFiltered: boolean,
  isWaiting: boolean,
): string {
  const all = total === undefined ? folderCount(checked) : partOf(checked, Math.max(total, checked));
  const progress = isFiltered ? matchesInWords(matches, checked) : all;
  if (!isWaiting) return progress;
  return l10n.t({
    message: "{0}, waiting to try again",
    args: [progress],
    comment: "How far a read has come while the server does not answer: “400 of 1,000 folders”",
  });
}

/**
 * @param now epoch milliseconds
 * @returns what a read did not see and why, in sentences; none if it saw every folder that may match
 */
export function missingInWords(read: Omit<MatchingRead<unknown>, "items">, now: number): readonly string[] {
  const { reachedEnd, hasUnreadable, failure } = read;
  const unreadable = l10n.t("Some entries of the server's list cannot be read as folders.");
  return [
    ...(reachedEnd ? [] : [cutInWords(read)]),
    ...(failure ? [plainText(errorSentence(failure, now), MAX_SENTENCE)] : []),
    ...(hasUnreadable ? [unreadable] : []),
  ];
}

/** @returns how many folders were read, and what to do about older ones unless the server has failed */
function cutInWords({ checked, checkedBackTo, failure }: Omit<MatchingRead<unknown>, "items">): string {
  if (checkedBackTo === undefined)
    return counted(l10n.t("Only {0} folder was read.|Only {0} folders were read."), checked);
  const time = exactTime(checkedBackTo);
  return failure
    ? counted(
        l10n.t("Only {0} folder was read, back to {1}.|Only {0} folders were read, back to {1}."),
        checked,
        time,
      )
    : counted(
        l10n.t(
          "Only {0} folder was read, back to {1}. To read older ones, filter by time.|Only {0} folders were read, back to {1}. To read older ones, filter by time.",
        ),
        checked,
        time,
      );
}

/** @returns "400 of 1,000 folders" */
function partOf(count: number, all: number): string {
  return counted(l10n.t("{1} of {0} folder|{1} of {0} folders"), all, inDigits(count));
}
