import { FINDING_CODES, type FindingCode } from "../../status/finding";
import { compareTexts } from "../../status/lists";
import { EXPECTED_TIME } from "../../status/processingTime";
import { STATUSES, type Status } from "../../status/status";
import type { FigureFilter, NumberRange, TimeRange } from "../filter/folderFilter";
import { scoreBins, timeBins } from "./bins";
import type { Counter } from "./counter";
import { resultsOverTime } from "./overTime";
import { SCORED_KINDS, type OverviewSums, type ScoreSums } from "./overviewSums";

/** Some of the folders: `count` of them match `filter`, and no others of the overview do. */
export interface Part {
  readonly count: number;
  readonly filter: FigureFilter;
}

interface ResultPart extends Part {
  readonly result: Status;
}

interface RangePart extends Part {
  readonly range: NumberRange;
}

/** The folders created in one period. */
interface PeriodParts {
  readonly created: Required<TimeRange>;
  /** Those with a result that occurs. */
  readonly results: readonly ResultPart[];
}

/** The deciding scores of one kind of analysis. */
interface ScoreFigures {
  /** See `analysisKind`. */
  readonly analysis: string;
  /** Folders with a score. */
  readonly count: number;
  readonly ranges: readonly RangePart[];
  /** The thresholds of their analyses, with the number of folders: most frequent first. */
  readonly thresholds: readonly { readonly value: number; readonly count: number }[];
  /** Those near a threshold: all, and by the result of the analysis. */
  readonly near: Part;
  readonly nearByResult: readonly ResultPart[];
}

/** How long it took to a result. */
interface TimeFigures {
  /** Folders of which the time is known. */
  readonly count: number;
  /** Those that have ended without saying when. */
  readonly withoutTimes: number;
  readonly notEnded: number;
  readonly ranges: readonly RangePart[];
  /** Milliseconds, see `percentile`; undefined if no time is known. */
  readonly percentiles: Readonly<Record<"median" | "p90" | "p99", number>> | undefined;
  /** Those that took `EXPECTED_TIME` or longer. */
  readonly slow: Part;
}

/** What many folders add up to. Each count is one of folders. */
export interface Overview {
  readonly count: number;
  /** The minutes in which the first and the last folder were created, in epoch milliseconds; undefined if none says when. */
  readonly created: Required<TimeRange> | undefined;
  /** Results that occur, in the order of `STATUSES`. */
  readonly results: readonly ResultPart[];
  /** Earliest first. */
  readonly overTime: readonly PeriodParts[];
  /** Folders without a time of creation: they are in no period. */
  readonly withoutCreation: number;
  readonly times: TimeFigures;
  /** Of the kinds that occur. */
  readonly scores: readonly ScoreFigures[];
  /** Most frequent first. An empty code stands for failures without one. */
  readonly errors: readonly (Part & { readonly code: string })[];
  /** Most frequent first. */
  readonly findings: readonly (Part & { readonly code: FindingCode })[];
}

/** @returns the figures of the folders that are summed up now */
export function overviewOf(sums: OverviewSums): Overview {
  const codes = Object.keys(FINDING_CODES) as FindingCode[];
  const { creations } = sums;
  const [first, last] = [creations[0], creations.at(-1)];
  return {
    count: sums.count,
    created: first && last && { from: first.at, to: last.at },
    results: resultParts(sums.results, (result) => ({ results: [result] })),
    overTime: resultsOverTime(creations).map(({ created, counts }) => ({
      created,
      results: STATUSES.filter((result) => counts.has(result)).map((result) => ({
        result,
        count: counts.get(result) ?? 0,
        filter: { results: [result], created },
      })),
    })),
    withoutCreation: sums.withoutCreation,
    times: timeFigures(sums),
    scores: SCORED_KINDS.flatMap((kind) => {
      const scores = sums.scores.get(kind);
      return scores && scores.folders.of("scored") > 0 ? [scoreFigures(kind, scores)] : [];
    }),
    errors: sums.errorCodes
      .mostFrequent(compareTexts)
      .map(([code, count]) => ({ code, count, filter: { errorCodes: [code] } })),
    findings: sums.findings
      .mostFrequent((a, b) => codes.indexOf(a) - codes.indexOf(b))
      .map(([code, count]) => ({ code, count, filter: { findings: [code] } })),
  };
}

function resultParts(
  counts: Counter<Status>,
  filterFor: (result: Status) => FigureFilter,
): readonly ResultPart[] {
  return STATUSES.filter((result) => counts.of(result) > 0).map((result) => ({
    result,
    count: counts.of(result),
    filter: filterFor(result),
  }));
}

function timeFigures({ times, taken, takenBins }: OverviewSums): TimeFigures {
  const ranges = timeBins.ranges.map((range, index) => ({
    range,
    count: takenBins.of(index),
    filter: { timeTaken: range },
  }));
  const slow = ranges.filter(({ range }) => (range.from ?? 0) >= EXPECTED_TIME);
  const sorted = [...taken.entries].sort(([a], [b]) => a - b);
  return {
    count: times.of("measured"),
    withoutTimes: times.of("withoutTimes"),
    notEnded: times.of("notEnded"),
    ranges,
    percentiles:
      sorted.length === 0
        ? undefined
        : { median: percentile(sorted, 0.5), p90: percentile(sorted, 0.9), p99: percentile(sorted, 0.99) },
    slow: {
      count: slow.reduce((sum, { count }) => sum + count, 0),
      filter: { timeTaken: { from: EXPECTED_TIME } },
    },
  };
}

/**
 * The nearest rank: the smallest value that at least this share of all values does not exceed. So it is one of the values.
 * @param sorted each value with how often it occurs, smallest first; at least one
 * @param share from 0 to 1
 */
function percentile(sorted: readonly (readonly [value: number, count: number])[], share: number): number {
  let left = Math.ceil(sorted.reduce((sum, [, count]) => sum + count, 0) * share);
  const found = sorted.find(([, count]) => (left -= count) <= 0);
  return found?.[0] ?? Number.NaN;
}

function scoreFigures(analysis: string, { folders, bins, near, thresholds }: ScoreSums): ScoreFigures {
  return {
    analysis,
    count: folders.of("scored"),
    ranges: scoreBins.ranges.map((range, index) => ({
      range,
      count: bins.of(index),
      filter: { score: { analysis, ...range } },
    })),
    thresholds: thresholds.mostFrequent((a, b) => a - b).map(([value, count]) => ({ value, count })),
    near: { count: folders.of("near"), filter: { score: { analysis, near: true } } },
    nearByResult: resultParts(near, (result) => ({ score: { analysis, result, near: true } })),
  };
}
