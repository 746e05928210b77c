import assert from "node:assert/strict";
import { resolveFolder } from "../../../../src/status/resolveFolder";
import { duration } from "../../../../src/views/text/formatTime";
import { elapsedText, historyLines } from "../../../../src/views/text/watchText";
import { folder } from "../../folders/build";

describe("how long", () => {
  for (const [milliseconds, words] of [
    [-5000, "0 s"],
    [0, "0 s"],
    [999, "0 s"],
    [59_999, "59 s"],
    [60_000, "1 min"],
    [61_000, "1 min 1 s"],
    [599_000, "9 min 59 s"],
    [600_000, "10 min"],
    [3_599_000, "59 min"],
    [3_600_000, "1 h 0 min"],
    [90_000_000, "25 h 0 min"],
  ] as const) {
    it(`is ${words} for ${milliseconds} ms`, () => assert.equal(duration(milliseconds), words));
  }

  const analysis = (state: string, more: object) => ({
    analysis_id: "a",
    state,
    resolution_status: state === "FINISHED" ? "SUCCESS" : state,
    time_created: 100,
    ...more,
  });

  it("a folder has been running", () => {
    const running = folder(90, { analyses: [analysis("PROCESSING", {})], resolution_status: "PROCESSING" });
    assert.equal(elapsedText(running, 112_000), "for 12 s");
    assert.equal(elapsedText(folder(90, { resolution_status: "INITIAL" }), 112_000), "for 22 s");
  });

  it("the group took that decided", () => {
    const json = {
      analyses: [analysis("FINISHED", { time_updated: 108 })],
      resolution_status: "FINISHED",
      system_resolution: "SUCCESS",
    };
    assert.equal(elapsedText(folder(90, json), 9_000_000), "took 8 s");
    const timeless = { ...folder(90), resolution: resolveFolder({ system_resolution: "SUCCESS" }) };
    assert.equal(elapsedText(timeless, 9_000_000), "");
  });

  it("each status lasted, but the last", () => {
    const lines = historyLines([
      { status: "INITIAL", at: 1000 },
      { status: "PROCESSING", at: 3000 },
      { status: "DECLINED", at: 64_000 },
    ]);
    assert.deepEqual(
      lines.map(([name, text]) => `${name} ${text.replace(/^\d\d:\d\d:\d\d/, "at")}`),
      ["Initial at, 2 s", "Processing at, 1 min 1 s", "Declined at"],
    );
  });
});
