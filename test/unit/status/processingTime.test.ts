import assert from "node:assert/strict";
import { findOverdue } from "../../../src/status/processingTime";
import { resolveFolder } from "../../../src/status/resolveFolder";
import { analysis, finished, folder } from "./folderJson";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function running(id: string, time_created?: number): object {
  return analysis("PROCESSING", "PROCESSING", { analysis_id: id, group_id: "g", time_created });
}

describe("processing for too long", () => {
  const since1000 = folder([running("late", 1000)]);

  it("is found above the limit, not at it", () => {
    const resolution = resolveFolder(since1000);
    assert.equal(resolution.processingSince, 1_000_000);
    assert.equal(findOverdue(resolution, 1_000_000 + 5 * MINUTE, 5 * MINUTE), undefined);
    assert.deepEqual(findOverdue(resolution, 1_000_001 + 5 * MINUTE, 5 * MINUTE), {
      code: "processingTooLong",
      severity: "warning",
      message: "Processing for 5 minutes, longer than the limit of 5 minutes.",
      analysisIds: ["late"],
    });
  });

  // elapsed, limit, sentence
  const durations: [number, number, string][] = [
    [2 * SECOND, 1500, "Processing for 2 seconds, longer than the limit of 1 second."],
    [MINUTE - 1, SECOND, "Processing for 59 seconds, longer than the limit of 1 second."],
    [MINUTE, 30 * SECOND, "Processing for 1 minute, longer than the limit of 30 seconds."],
    [HOUR - 1, MINUTE, "Processing for 59 minutes, longer than the limit of 1 minute."],
    [HOUR, 2 * MINUTE, "Processing for 1 hour, longer than the limit of 2 minutes."],
    [DAY - 1, HOUR, "Processing for 23 hours, longer than the limit of 1 hour."],
    [DAY, HOUR, "Processing for 1 day, longer than the limit of 1 hour."],
    [3 * DAY, DAY, "Processing for 3 days, longer than the limit of 1 day."],
  ];
  for (const [elapsed, processingLimit, sentence] of durations) {
    it(sentence, () => {
      const { findings } = resolveFolder(since1000, { now: 1_000_000 + elapsed, processingLimit });
      assert.deepEqual(
        findings.map(({ message }) => message),
        [sentence],
      );
    });
  }

  it("names every running analysis, and counts from when the oldest was created", () => {
    const done = finished("SUCCESS", { analysis_id: "done", group_id: "g", time_created: 1 });
    const other = { ...running("other", 800), group_id: "h" };
    const json = folder([running("b", 900), done, running("a"), running("c", 950), other]);
    const resolution = resolveFolder(json);
    assert.equal(resolution.processingSince, 800_000);
    assert.deepEqual(findOverdue(resolution, 2_000_000, MINUTE)?.analysisIds, ["a", "b", "c", "other"]);
  });

  it("counts from the folder's last change if the reply has no analyses", () => {
    const times = { resolution_status: "PROCESSING", time_created: 1, time_updated: 50 };
    assert.equal(resolveFolder(times).processingSince, 50_000);
    assert.equal(resolveFolder({ ...times, time_updated: null }).processingSince, 1000);
    assert.equal(resolveFolder(folder([], times)).processingSince, 50_000);
    const noStatus = { ...times, resolution_status: null, system_resolution: "PROCESSING" };
    assert.equal(resolveFolder(noStatus).processingSince, 50_000);
    const finding = findOverdue(resolveFolder(times), 50_000 + HOUR, MINUTE);
    assert.deepEqual(finding?.analysisIds, []);
  });

  const never: [string, object, number, number][] = [
    ["nothing runs", folder([finished("SUCCESS", { time_created: 1000 })]), 2_000_000, MINUTE],
    ["the folder has finished", { resolution_status: "FINISHED", time_created: 1 }, 2_000_000, MINUTE],
    ["no time is known", folder([running("a")], { time_updated: 1 }), 2_000_000, MINUTE],
    ["the server's clock is ahead", since1000, 900_000, MINUTE],
    ["the limit is 0", since1000, 2_000_000, 0],
    ["the limit is negative", since1000, 2_000_000, -1],
    ["the limit is NaN", since1000, 2_000_000, Number.NaN],
    ["the time is NaN", since1000, Number.NaN, MINUTE],
  ];
  for (const [name, json, now, limit] of never) {
    it(`is not found when ${name}`, () =>
      assert.equal(findOverdue(resolveFolder(json), now, limit), undefined));
  }
});
