import assert from "node:assert/strict";
import type { Finding } from "../../../src/status/finding";
import { findingsAt, usualInWords, timeTaken, type TimeLimits } from "../../../src/status/processingTime";
import { resolveFolder } from "../../../src/status/resolveFolder";
import { analysis, finished, folder, group } from "./folderJson";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function running(id: string, time_created?: number): object {
  return analysis("PROCESSING", "PROCESSING", { analysis_id: id, group_id: "g", time_created });
}

/** @returns the findings about time, and no others */
function foundAt(json: object, limits: Partial<TimeLimits> & Pick<TimeLimits, "now">): readonly Finding[] {
  const resolution = resolveFolder(json);
  const others = new Set<Finding>(resolution.findings);
  return findingsAt(resolution, { processingLimit: 0, usualTime: undefined, ...limits }).filter(
    (finding) => !others.has(finding),
  );
}

const messagesAt = (...args: Parameters<typeof foundAt>): string[] =>
  foundAt(...args).map(({ message }) => message);

const since1000 = folder([running("late", 1000)]);

describe("processing for too long", () => {
  it("is found above the limit, not at it", () => {
    assert.equal(resolveFolder(since1000).processingSince, 1_000_000);
    const limits = { processingLimit: 5 * MINUTE, usualTime: HOUR };
    assert.deepEqual(foundAt(since1000, { ...limits, now: 1_000_000 + 5 * MINUTE }), []);
    assert.deepEqual(foundAt(since1000, { ...limits, now: 1_000_001 + 5 * MINUTE }), [
      {
        code: "processingTooLong",
        severity: "warning",
        message: "Processing for longer than the limit of 5 min.",
        analysisIds: ["late"],
      },
    ]);
  });

  it("is found instead of being slower than usual", () => {
    const found = foundAt(since1000, { now: 1_000_000 + HOUR, processingLimit: MINUTE, usualTime: SECOND });
    assert.deepEqual(
      found.map(({ code }) => code),
      ["processingTooLong"],
    );
  });

  // elapsed, limit, sentence
  const durations: [number, number, string][] = [
    [2 * SECOND, 1500, "Processing for 2 s, longer than the limit of 1 s."],
    [MINUTE - 1, SECOND, "Processing for 59 s, longer than the limit of 1 s."],
    [MINUTE + SECOND, 30 * SECOND, "Processing for 1 min 1 s, longer than the limit of 30 s."],
    [HOUR - 1, MINUTE, "Processing for 59 min, longer than the limit of 1 min."],
    [HOUR, 2 * MINUTE, "Processing for 1 h, longer than the limit of 2 min."],
    [DAY - 1, HOUR, "Processing for 23 h 59 min, longer than the limit of 1 h."],
    [51 * HOUR, DAY, "Processing for 2 d 3 h, longer than the limit of 24 h."],
    [DAY + 59 * SECOND, DAY, "Processing for longer than the limit of 24 h."],
  ];
  for (const [elapsed, processingLimit, sentence] of durations) {
    it(`${elapsed} ms, limit ${processingLimit}: ${sentence}`, () => {
      assert.deepEqual(messagesAt(since1000, { now: 1_000_000 + elapsed, processingLimit }), [sentence]);
    });
  }

  it("names every running analysis, and counts from when the oldest was created", () => {
    const done = finished("SUCCESS", { analysis_id: "done", group_id: "g", time_created: 1 });
    const other = { ...running("other", 800), group_id: "h" };
    const json = folder([running("b", 900), done, running("a"), running("c", 950), other]);
    assert.equal(resolveFolder(json).processingSince, 800_000);
    const [finding] = foundAt(json, { now: 2_000_000, processingLimit: MINUTE });
    assert.deepEqual(finding?.analysisIds, ["a", "b", "c", "other"]);
  });

  it("does not count analyses that have not begun", () => {
    const waiting = analysis("INITIAL", "INITIAL", { group_id: "g", time_created: 500 });
    assert.equal(resolveFolder(folder([waiting, running("a", 900)])).processingSince, 900_000);
    assert.equal(resolveFolder(folder([waiting])).processingSince, undefined);
  });

  it("counts from the folder's last change if the reply has no analyses", () => {
    const times = { resolution_status: "PROCESSING", time_created: 1, time_updated: 50 };
    assert.equal(resolveFolder(times).processingSince, 50_000);
    assert.equal(resolveFolder({ ...times, time_updated: null }).processingSince, 1000);
    assert.equal(resolveFolder(folder([], times)).processingSince, 50_000);
    const noStatus = { ...times, resolution_status: null, system_resolution: "PROCESSING" };
    assert.equal(resolveFolder(noStatus).processingSince, 50_000);
    const [finding] = foundAt(times, { now: 50_000 + HOUR, processingLimit: MINUTE });
    assert.deepEqual(finding?.analysisIds, []);
  });

  const never: [string, object, number, number][] = [
    ["nothing runs", folder([finished("SUCCESS", { time_created: 1000 })]), 2_000_000, MINUTE],
    ["the folder has finished", { resolution_status: "FINISHED", time_created: 1 }, 2_000_000, MINUTE],
    ["no time is known", folder([running("a")], { time_updated: 1 }), 2_000_000, MINUTE],
    ["the server's clock is ahead", since1000, 900_000, MINUTE],
    ["the time is NaN", since1000, Number.NaN, MINUTE],
  ];
  for (const [name, json, now, processingLimit] of never) {
    it(`is not found when ${name}`, () => assert.deepEqual(foundAt(json, { now, processingLimit }), []));
  }
  for (const processingLimit of [0, -1, Number.NaN]) {
    it(`is not found when the limit is ${processingLimit}`, () => {
      const found = foundAt(since1000, { now: 2_000_000, processingLimit });
      assert.deepEqual(
        found.map(({ code }) => code),
        ["slowerThanUsual"],
      );
    });
  }
});

describe("slower than usual", () => {
  it("is found above the time that the vendor expects, if too few folders are loaded", () => {
    assert.deepEqual(foundAt(since1000, { now: 1_020_000 }), []);
    assert.deepEqual(foundAt(since1000, { now: 1_020_001 }), [
      {
        code: "slowerThanUsual",
        severity: "info",
        message: "Processing for 20 s; Oz Forensics expects 90% of analyses to take at most 20 s.",
        analysisIds: ["late"],
      },
    ]);
  });

  it("is found above the time of 90% of the loaded folders, but never below the expected time", () => {
    assert.deepEqual(foundAt(since1000, { now: 1_042_400, usualTime: 42_400 }), []);
    assert.deepEqual(messagesAt(since1000, { now: 1_042_401, usualTime: 42_400 }), [
      "Processing for 42 s; 90% of the loaded folders took at most 43 s.",
    ]);
    assert.deepEqual(foundAt(since1000, { now: 1_020_000, usualTime: 3000 }), []);
    assert.deepEqual(messagesAt(since1000, { now: 1_020_001, usualTime: 3000 }), [
      "Processing for 20 s; 90% of the loaded folders took at most 3 s.",
    ]);
  });

  it("is found at the processing limit, below which it still is", () => {
    assert.deepEqual(
      foundAt(since1000, { now: 1_000_000 + MINUTE, processingLimit: MINUTE }).map(({ code }) => code),
      ["slowerThanUsual"],
    );
  });

  it("is not found when nothing runs, or no time is known", () => {
    const done = folder([finished("SUCCESS", { time_created: 1000 })]);
    for (const json of [done, folder([running("a")]), {}])
      assert.deepEqual(foundAt(json, { now: 2_000_000, usualTime: SECOND }), []);
  });

  it("rounds the usual time up", () => {
    assert.deepEqual(
      [0, 1, 1000, 1001].map(usualInWords),
      ["0 s", "1 s", "1 s", "2 s"].map((time) => `90% of the loaded folders took at most ${time}`),
    );
  });
});

describe("the time that a folder took", () => {
  const took = (json: object): number | undefined => timeTaken(resolveFolder(json));

  it("is that of the group that decides", () => {
    const early = group("a", 100, finished("SUCCESS", { time_created: 10 }));
    const late = group("b", 200, finished("SUCCESS"), finished("SUCCESS", { time_created: 180 }));
    assert.equal(took(folder([...early, ...late])), 20_000);
  });

  it("is unknown while a group runs, while the server has not written the result, and without times", () => {
    const ended = group("a", 100, finished("SUCCESS"));
    assert.equal(took(folder(ended)), 5000);
    assert.equal(took(folder([...ended, running("b", 101)])), undefined);
    assert.equal(took(folder(ended, { system_resolution: "PROCESSING" })), undefined);
    assert.equal(took(folder([finished("SUCCESS", { time_updated: 7 })])), undefined);
    assert.equal(took({ system_resolution: "SUCCESS" }), undefined);
  });
});
