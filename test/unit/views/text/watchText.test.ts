import assert from "node:assert/strict";
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

  it("say how long a folder has been running", () => {
    const running = folder(90, { analyses: [analysis("PROCESSING", {})], resolution_status: "PROCESSING" });
    assert.equal(elapsedText(running, 112_000), "for 12 s");
    assert.equal(elapsedText(folder(90, { resolution_status: "INITIAL" }), 112_000), "for 22 s");
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
