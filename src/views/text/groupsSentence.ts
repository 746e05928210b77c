import { plainText } from "../../base/plainText";
import { isLastGuessed } from "../../status/differences";
import { effectiveStatus } from "../../status/effectiveStatus";
import { compareTimes } from "../../status/lists";
import type { FolderResolution, GroupResolution } from "../../status/resolution";
import { isUnsettled } from "../../status/status";
import { decidingGroup, hasBegun } from "../../status/statusFromAnalyses";
import { shortTime } from "./formatTime";
import { presentGroup } from "./groupText";
import { joined } from "./joined";
import { predicate, reasonOf } from "./reasonWords";

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
    ...outcomesOf(tied, last, ["one of them", "of them"]),
    ...outcomesOf(rest.filter(isPosted(-1, last)), last, ["an earlier group", "earlier groups"]),
    ...outcomesOf(rest.filter(isPosted(0, last)), last, ["another group", "other groups"]),
    ...outcomesOf(rest.filter(isPosted(1, last)), last, ["a group posted later", "groups posted later"]),
  ];
  const lead = isLastGuessed(groups)
    ? "Not every group says when it finished, so which was last is a guess"
    : lastWords(last, tied, now);
  return [`${[lead, ...outcomes].join("; ")}.`];
}

/** @returns the group whose result is shown while another runs: that of the server, else the one that finished last */
function finishedBefore(
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
  const isEarlier = running.every(({ createdAt }) => compareTimes(createdAt, before?.createdAt) >= 0);
  return [
    ...postedWords(running, now),
    ...(before
      ? [
          `${isEarlier ? "Before that" : "A group posted later"}: ${reasonOf(before.analyses, before.result)}.`,
        ]
      : []),
  ];
}

/** @returns "The running group was posted at 14:59:50."; nothing if the times are unknown */
function postedWords(running: readonly GroupResolution[], now: number): readonly string[] {
  const times = running.flatMap(({ createdAt }) =>
    createdAt === undefined ? [] : shortTime(createdAt, now),
  );
  const kind = running.every(hasBegun) ? "running" : running.some(hasBegun) ? "unfinished" : "waiting";
  if (times.length < running.length) return [];
  const subject = running.length === 1 ? `The ${kind} group was` : `The ${kind} groups were`;
  return [`${subject} posted at ${joined([...new Set(times)])}.`];
}

/** @returns which group decides by the rule */
function lastWords(last: GroupResolution, tied: readonly GroupResolution[], now: number): string {
  const verb = [last, ...tied].every(({ terminal }) => terminal) ? "finished" : "changed";
  if (tied.length > 0 && last.updatedAt !== undefined)
    return `Several groups ${verb} last, at ${shortTime(last.updatedAt, now)}, and the worst of them counts`;
  const posted =
    last.createdAt === undefined ? "One group" : `The group posted at ${shortTime(last.createdAt, now)}`;
  return `${posted} ${verb} last`;
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

/** @returns what came out of those groups that have another result than the last: "2 earlier groups were declined" */
function outcomesOf(
  groups: readonly GroupResolution[],
  last: GroupResolution,
  [one, several]: readonly [string, string],
): readonly string[] {
  const differing = groups.filter(({ result }) => result !== last.result);
  const labels = [...new Set(differing.map((group) => presentGroup(group).label))];
  const outcomes = labels.flatMap((label) => {
    const [group, ...more] = differing.filter((one) => presentGroup(one).label === label);
    return group ? [{ count: more.length + 1, words: groupPredicate(group, more.length + 1) }] : [];
  });
  const [first, second] = outcomes;
  if (!first) return [];
  if (second)
    return [`of the ${several}, ${joined(outcomes.map(({ count, words }) => `${count} ${words}`))}`];
  return [`${first.count === 1 ? one : `${first.count} ${several}`} ${first.words}`];
}

function groupPredicate(group: GroupResolution, count: number): string {
  const { result } = group;
  switch (result) {
    case "INITIAL":
    case "PROCESSING":
    case "UNKNOWN":
      return `gave ${plainText(presentGroup(group).label)}`;
    case "OPERATOR_REQUIRED":
      return "asked for an operator";
    case "FAILED":
    case "FINISHED":
    case "DECLINED":
    case "SUCCESS":
      return predicate(result, count);
  }
}
