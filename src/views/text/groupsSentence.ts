import * as l10n from "@vscode/l10n";
import { counted, joined } from "../../base/language";
import { isLastGuessed } from "../../status/differences";
import { effectiveStatus } from "../../status/effectiveStatus";
import { compareTimes } from "../../status/lists";
import type { FolderResolution, GroupResolution } from "../../status/resolution";
import { isUnsettled } from "../../status/status";
import { decidingGroup, hasBegun } from "../../status/statusFromAnalyses";
import { shortTime } from "./formatTime";
import { outcomesOf } from "./groupOutcomes";
import { reasonOf } from "./reasonWords";

/**
 * @param now epoch milliseconds
 * @returns a sentence on which of several groups decides or runs, and what came out of the others; none for a folder with
 * one group
 */
export function groupsSentence(resolution: FolderResolution, now: number): readonly string[] {
  const { groups } = resolution;
  if (groups.length < 2) return [];
  const last = decidingGroup(resolution);
  const running = groups.filter((group) => group.running);
  if (running.length > 0) return runningSentences(running, finishedBefore(resolution, last), now);
  if (!last) return [];
  const others = groups.filter((group) => group !== last);
  const tied = others.filter(isTiedWith(last));
  const rest = others.filter((group) => !tied.includes(group));
  const outcomes = [
    ...outcomesOf(tied, "tied", last),
    ...outcomesOf(rest.filter(isPosted(-1, last)), "earlier", last),
    ...outcomesOf(rest.filter(isPosted(0, last)), "other", last),
    ...outcomesOf(rest.filter(isPosted(1, last)), "later", last),
  ];
  const lead = isLastGuessed(groups)
    ? l10n.t("Not every group says when it finished, so which was last is a guess")
    : lastWords(last, tied, now);
  return [`${[lead, ...outcomes].join("; ")}.`];
}

/** @returns the group whose result is shown while another runs: that of the server, else the one that finished last */
export function finishedBefore(
  resolution: FolderResolution,
  last: GroupResolution | undefined,
): GroupResolution | undefined {
  const shown = effectiveStatus(resolution);
  if (isUnsettled(shown) || last?.result === shown) return last;
  return resolution.groups.findLast(({ running, result }) => !running && result === shown) ?? last;
}

/** @returns what runs and when it was posted, and why the group that is done has its result */
function runningSentences(
  running: readonly GroupResolution[],
  before: GroupResolution | undefined,
  now: number,
): readonly string[] {
  const posted = postedWords(running, now);
  if (!before) return posted;
  const isEarlier = running.every(({ createdAt }) => compareTimes(createdAt, before.createdAt) >= 0);
  const reason = reasonOf(before.analyses, before.result);
  return [
    ...posted,
    isEarlier ? l10n.t("Before that: {0}.", reason) : l10n.t("A group posted later: {0}.", reason),
  ];
}

/** @returns "The running group was posted at 14:59:50."; nothing if the times are unknown */
function postedWords(running: readonly GroupResolution[], now: number): readonly string[] {
  const times = running.flatMap(({ createdAt }) =>
    createdAt === undefined ? [] : shortTime(createdAt, now),
  );
  if (times.length < running.length) return [];
  const [count, at] = [running.length, joined([...new Set(times)])];
  if (running.every(hasBegun))
    return [
      counted(
        l10n.t("The running group was posted at {1}.|The running groups were posted at {1}."),
        count,
        at,
      ),
    ];
  return [
    running.some(hasBegun)
      ? counted(
          l10n.t("The unfinished group was posted at {1}.|The unfinished groups were posted at {1}."),
          count,
          at,
        )
      : counted(
          l10n.t("The waiting group was posted at {1}.|The waiting groups were posted at {1}."),
          count,
          at,
        ),
  ];
}

/** @returns which group decides by the rule */
function lastWords(last: GroupResolution, tied: readonly GroupResolution[], now: number): string {
  const hasFinished = [last, ...tied].every(({ terminal }) => terminal);
  if (tied.length > 0 && last.updatedAt !== undefined) {
    const time = shortTime(last.updatedAt, now);
    return hasFinished
      ? l10n.t("Several groups finished last, at {0}, and the worst of them counts", time)
      : l10n.t("Several groups changed last, at {0}, and the worst of them counts", time);
  }
  if (last.createdAt === undefined)
    return hasFinished ? l10n.t("One group finished last") : l10n.t("One group changed last");
  const posted = shortTime(last.createdAt, now);
  return hasFinished
    ? l10n.t("The group posted at {0} finished last", posted)
    : l10n.t("The group posted at {0} changed last", posted);
}

function isTiedWith({ updatedAt }: GroupResolution): (group: GroupResolution) => boolean {
  return (group) => updatedAt !== undefined && group.updatedAt === updatedAt;
}

/** @param order -1 for before the last group, 1 for after it, 0 for at the same time or if that is unknown */
function isPosted(order: -1 | 0 | 1, last: GroupResolution): (group: GroupResolution) => boolean {
  return ({ createdAt }) =>
    (createdAt === undefined || last.createdAt === undefined ? 0 : Math.sign(createdAt - last.createdAt)) ===
    order;
}
