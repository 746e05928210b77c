import assert from "node:assert/strict";
import { inFull } from "../../../../src/base/language";
import { resolveFolder } from "../../../../src/status/resolveFolder";
import { elapsedText, historyLines } from "../../../../src/views/text/watchText";
import { folder } from "../../folders/build";

describe("elapsedText and historyLines", () => {
  const analysis = (state: string, more: object) => ({
    analysis_id: "a",
    state,
    resolution_status: state === "FINISHED" ? "SUCCESS" : state,
    time_created: 100,
    ...more,
  });

  it("say how long a folder has been running, to the minute", () => {
    const running = folder(90, { analyses: [analysis("PROCESSING", {})], resolution_status: "PROCESSING" });
    assert.equal(elapsedText(running, 159_999), "for less than a minute");
    assert.equal(elapsedText(running, 160_000), "for 1 min");
    assert.equal(elapsedText(running, 220_000, inFull), "for 2 minutes", "to a screen reader");
    assert.equal(elapsedText(running, 279_999), "for 2 min");
    assert.equal(elapsedText(folder(90, { resolution_status: "INITIAL" }), 160_000), "for 1 min");
  });

  it("say nothing about a folder that is neither waiting nor processing, because nobody knows since when", () => {
    const unknown = { analyses: [analysis("QUEUED", {})], resolution_status: "ARCHIVED" };
    assert.equal(elapsedText(folder(90, unknown), 112_000), "");
    const unresolved = { analyses: [analysis("FINISHED", {})], system_resolution: "PROCESSING" };
    assert.equal(elapsedText(folder(90, unresolved), 112_000), "");
  });

  it("say how long the deciding group took", () => {
    const json = {
      analyses: [analysis("FINISHED", { time_updated: 108 })],
      resolution_status: "FINISHED",
      system_resolution: "SUCCESS",
    };
    assert.equal(elapsedText(folder(90, json), 9_000_000), "took 8 s");
    const timeless = { ...folder(90), resolution: resolveFolder({ system_resolution: "SUCCESS" }) };
    assert.equal(elapsedText(timeless, 9_000_000), "");
  });

  it("say how long each status lasted, except the last", () => {
    const start = new Date(2026, 10, 3, 4, 5, 6).getTime();
    const history = [
      { status: "INITIAL", word: undefined, at: start },
      { status: "PROCESSING", word: undefined, at: start + 2000 },
      { status: "DECLINED", word: undefined, at: start + 63_000 },
      { status: "UNKNOWN", word: "REVIEW", at: start + 64_000 },
    ] as const;
    assert.deepEqual(historyLines(history, start + 70_000), [
      ["Seen Initial", "04:05:06, 2 s"],
      ["Seen Processing", "04:05:08, 1 min 1 s"],
      ["Seen Declined", "04:06:09, 1 s"],
      ["Seen Unknown (REVIEW)", "04:06:10"],
    ]);
    const dated = historyLines(history, start + 86_400_000);
    assert.deepEqual(dated[3], ["Seen Unknown (REVIEW)", "2026-11-03 04:06:10"], "on another day");
  });
});
