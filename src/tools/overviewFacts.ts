import { MAX_QUOTED_NAME, MAX_TOLD_FIGURES } from "../base/limits";
import type { Scrubber } from "../base/log/scrubber";
import type { Overview, Part } from "../folders/overview/overview";
import { quoteServerText } from "../oz/http/quoteServerText";
import { EXPECTED_TIME } from "../status/processingTime";
import { NEAR_THRESHOLD } from "../status/score";
import type { Status } from "../status/status";
import { isoTime } from "../views/text/formatTime";
import type { Facts } from "./tool";

/** @returns the figures of an overview: each count is one of folders, each time is in seconds */
export function overviewFacts(overview: Overview, scrubber: Scrubber): Facts {
  const { count, results, overTime, withoutCreation, times, scores, errors, findings } = overview;
  const { percentiles, slow } = times;
  const codes = errors.map(({ code, count: folders }) => ({
    // An empty code is a failure without one.
    error_code: code === "" ? null : quoteServerText(code, MAX_QUOTED_NAME, scrubber),
    folders,
  }));
  return {
    folders: count,
    folders_by_result: byResult(results),
    time_to_result: {
      folders: times.count,
      folders_not_ended: times.notEnded,
      folders_ended_without_times: times.withoutTimes,
      ...(percentiles && {
        median_seconds: percentiles.median / 1000,
        p90_seconds: percentiles.p90 / 1000,
        p99_seconds: percentiles.p99 / 1000,
      }),
      [`folders_with_${EXPECTED_TIME / 1000}_seconds_or_more`]: slow.count,
    },
    deciding_scores: scores.map(({ analysis, count: folders, near, nearByResult, thresholds }) => ({
      analysis,
      folders,
      [`folders_within_${NEAR_THRESHOLD}_of_threshold`]: near.count,
      of_these_by_result_of_analysis: byResult(nearByResult),
      ...first(
        "thresholds",
        thresholds.map((threshold) => ({ threshold: threshold.value, folders: threshold.count })),
      ),
    })),
    ...first("failures_by_error_code", codes),
    findings: findings.map(({ code, count: folders }) => ({ code, folders })),
    created: overTime
      .filter((period) => period.results.length > 0)
      .map((period) => ({
        from: isoTime(period.created.from),
        to: isoTime(period.created.to),
        folders_by_result: byResult(period.results),
      })),
    folders_without_time_created: withoutCreation,
  };
}

function byResult(parts: readonly (Part & { readonly result: Status })[]): Facts {
  return Object.fromEntries(parts.map(({ result, count }) => [result, count]));
}

/** @returns the first `MAX_TOLD_FIGURES` of a list under a name, and how many are left out */
function first(name: string, all: readonly Facts[]): Facts {
  const leftOut = all.length - MAX_TOLD_FIGURES;
  return {
    [name]: all.slice(0, MAX_TOLD_FIGURES),
    ...(leftOut > 0 ? { [`${name}_left_out`]: leftOut } : {}),
  };
}
