import assert from "node:assert/strict";
import fc from "fast-check";
import { MAX_TIME } from "../../../../src/base/readJson";
import { bothFilters } from "../../../../src/folders/filter/bothFilters";
import type { FolderFilter } from "../../../../src/folders/filter/folderFilter";
import { overviewOf, type Overview, type Part } from "../../../../src/folders/overview/overview";
import { OverviewSums } from "../../../../src/folders/overview/overviewSums";
import { readFolder, type OzFolder } from "../../../../src/oz/model/folder";
import { anyFilter, folderJson, THEN } from "../filter/generate";
import { analysesOf, resultOf, shouldMatch, timeToResult } from "../filter/oracle";

type Json = Record<string, unknown>;

const HOUR = 3_600_000;
const manyFolders = fc.array(folderJson, { maxLength: 30 });

function sumsOf(folders: readonly OzFolder[]): OverviewSums {
  const sums = new OverviewSums();
  for (const folder of folders) sums.add(folder);
  return sums;
}

const overview = (all: readonly Json[]): Overview => overviewOf(sumsOf(all.map((json) => readFolder(json)!)));

function partsOf({ results, overTime, times, scores, errors, findings }: Overview): readonly Part[] {
  return [
    ...results,
    ...overTime.flatMap((bar) => bar.results),
    ...times.ranges,
    times.slow,
    ...scores.flatMap(({ ranges, near, nearByResult }) => [...ranges, near, ...nearByResult]),
    ...errors,
    ...findings,
  ];
}

function matching(all: readonly Json[], filter: FolderFilter): number {
  const created = (filter.created ?? {}) as { from?: number; to?: number };
  return all.filter((json) => shouldMatch(filter, created, json)).length;
}

const total = (parts: readonly { readonly count: number }[]): number =>
  parts.reduce((sum, { count }) => sum + count, 0);

/** A folder with one finished liveness analysis. */
const liveness = (confidence_spoofing: number, more: object = {}): Json => ({
  folder_id: "7e7e7e7e-0000-4000-8000-000000000001",
  analyses: [
    {
      type: "QUALITY",
      state: "FINISHED",
      resolution_status: "SUCCESS",
      confs: { threshold_spoofing: 0.5 },
      results_data: { confidence_spoofing },
      ...more,
    },
  ],
});

describe("overviewOf", () => {
  it("counts in each part of a filter's overview as many folders as the filter of both matches", () => {
    let clear = 0;
    fc.assert(
      fc.property(manyFolders, anyFilter, fc.nat(), (all, filter, index) => {
        const parts = partsOf(overview(all));
        for (const whole of [filter, parts[index % parts.length]?.filter ?? {}]) {
          const within = all.filter((json) => matching([json], whole) === 1);
          for (const { count, filter: part } of partsOf(overview(within))) {
            const both = bothFilters(whole, part);
            if (!both) continue;
            clear += count;
            assert.equal(matching(all, both), count);
          }
        }
      }),
    );
    assert.ok(clear > 0);
  });

  it("counts in each part as many folders as its filter matches", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(manyFolders, (all) => {
        for (const { count, filter } of partsOf(overview(all))) {
          assert.equal(count, matching(all, filter), JSON.stringify(filter));
          if (count > 0) for (const name of Object.keys(filter)) seen.add(name);
        }
      }),
      { numRuns: 40 },
    );
    const all = ["results", "created", "timeTaken", "score", "errorCodes", "findings"];
    assert.deepEqual([...seen].sort(), all.sort(), "something never occurred");
  });

  it("leaves no folder out", () => {
    fc.assert(
      fc.property(manyFolders, (all) => {
        const { count, results, overTime, withoutCreation, times, scores, errors, findings } = overview(all);
        const resolutions = all.map((json) => readFolder(json)!.resolution);
        assert.equal(count, all.length);
        assert.equal(total(results), all.length);
        assert.deepEqual(
          new Set(results.map(({ result }) => result)),
          new Set(resolutions.map((resolution) => resultOf(resolution))),
        );
        assert.equal(total(overTime.flatMap((bar) => bar.results)) + withoutCreation, all.length);
        assert.equal(times.count + times.withoutTimes + times.notEnded, all.length);
        assert.equal(total(times.ranges), times.count);
        for (const { ranges, count: scored, near, nearByResult } of scores) {
          assert.ok(total(ranges) >= scored && total(nearByResult) >= near.count && scored >= near.count);
        }
        const codes = resolutions.flatMap((one) =>
          analysesOf(one).flatMap(({ failed, error }) => (failed ? [error?.code ?? ""] : [])),
        );
        assert.deepEqual(new Set(errors.map(({ code }) => code)), new Set(codes));
        assert.deepEqual(
          new Set(findings.map(({ code }) => code)),
          new Set(resolutions.flatMap((one) => one.findings.map(({ code }) => code))),
        );
      }),
      { numRuns: 120 },
    );
  });

  it("gives the percentiles of the times to a result", () => {
    let measured = 0;
    fc.assert(
      fc.property(manyFolders, (all) => {
        const times = all
          .flatMap((json) => timeToResult(readFolder(json)!.resolution) ?? [])
          .filter((time) => time >= 0)
          .sort((a, b) => a - b);
        /** The first that leaves at most this share above it. */
        const rank = (share: number): number | undefined =>
          times.find((time) => times.filter((one) => one > time).length <= times.length * (1 - share) + 1e-9);
        const { count, percentiles } = overview(all).times;
        assert.equal(count, times.length);
        assert.deepEqual(
          percentiles,
          times.length === 0 ? undefined : { median: rank(0.5), p90: rank(0.9), p99: rank(0.99) },
        );
        measured += count;
      }),
      { numRuns: 120 },
    );
    assert.ok(measured > 20, `only ${measured} times`);
  });

  it("is the same after folders have come and gone as if only the others had been there", () => {
    fc.assert(
      fc.property(manyFolders, manyFolders, (staying, leaving) => {
        const [stay, leave] = [staying, leaving].map((all) => all.map((json) => readFolder(json)!));
        const sums = sumsOf([...leave!, ...stay!]);
        for (const folder of leave!) sums.remove(folder);
        assert.deepEqual(overviewOf(sums), overviewOf(sumsOf(stay!)));
      }),
      { numRuns: 100 },
    );
  });

  it("counts a folder once in a range that has several of its scores", () => {
    const [one] = liveness(0.47).analyses as Json[];
    const { scores } = overview([{ ...liveness(0.47), analyses: [one, one, one] }]);
    assert.deepEqual(
      scores.map(({ count, near, thresholds }) => [count, near.count, thresholds]),
      [[1, 1, [{ value: 0.5, count: 1 }]]],
    );
    assert.equal(total(scores[0]!.ranges), 1);
  });

  it("takes a score at exactly the distance as near, whatever binary makes of it", () => {
    const near = [0.44, 0.45, 0.5, 0.55, 0.56].map(
      (score) => overview([liveness(score)]).scores[0]!.near.count,
    );
    assert.deepEqual(near, [0, 1, 1, 1, 0]);
  });

  it("leaves out the scores of what is still running", () => {
    assert.deepEqual(overview([liveness(0.5, { state: "PROCESSING" })]).scores, []);
  });

  it("takes longer bars for a longer time, at most 48, without gaps, up to the range of dates", () => {
    const at = (milliseconds: number): Json => ({ ...liveness(0), time_created: milliseconds });
    const barsOf = (...times: number[]): readonly (readonly [from: number, to: number])[] =>
      overview(times.map(at)).overTime.map(({ created }) => [created.from, created.to]);
    const lengths = [0, 50 * 60_000, 3 * HOUR, 40 * HOUR, 40 * 24 * HOUR, 4000 * 24 * HOUR].map((span) => {
      const bars = barsOf(THEN, THEN + span);
      for (const [index, [from]] of bars.entries())
        if (index > 0) assert.equal(from, bars[index - 1]![1] + 1);
      assert.ok(bars.length <= 48 && bars.length >= 1);
      assert.ok(bars[0]![0] <= THEN && bars.at(-1)![1] >= THEN + span);
      return Math.round((bars[0]![1] - bars[0]![0]) / 60_000);
    });
    assert.deepEqual(lengths, [1, 5, 5, 60, 24 * 60, 128 * 24 * 60]);
    const [first, last] = [-MAX_TIME, MAX_TIME];
    assert.equal(total(overview([at(first), at(last)]).overTime.flatMap(({ results }) => results)), 2);
  });
});
