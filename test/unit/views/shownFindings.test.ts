import assert from "node:assert/strict";
import { resolveFolder } from "../../../src/status/resolveFolder";
import { markedCount, shownFindings } from "../../../src/views/shownFindings";

const failed = { analysis_id: "a", group_id: "g", state: "FAILED", error_code: 3, error_message: "No face" };
const running = { analysis_id: "b", group_id: "g", state: "PROCESSING", time_created: 1_000_000 };
const contradicted = resolveFolder({ system_resolution: "SUCCESS", analyses: [failed] });

const codes = (hidden: string[], now: number, limit: number, json: unknown): string[] =>
  shownFindings({ hidden: () => hidden, processingLimit: () => limit, now: () => now })(
    resolveFolder(json),
  ).map(({ code }) => code);

describe("the findings that are shown", () => {
  it("are those that nobody hides", () => {
    const json = { system_resolution: "SUCCESS", analyses: [failed] };
    assert.deepEqual(codes([], 0, 0, json), ["resultDiffers", "analysisFailed"]);
    assert.deepEqual(codes(["resultDiffers", "no such code"], 0, 0, json), ["analysisFailed"]);
  });

  it("are joined by time: processing may take as long as the limit, and for ever without one", () => {
    const json = { analyses: [running] };
    const started = 1_000_000_000;
    assert.deepEqual(codes([], started + 60_000, 60_000, json), []);
    assert.deepEqual(codes([], started + 60_001, 60_000, json), ["processingTooLong"]);
    assert.deepEqual(codes(["processingTooLong"], started + 60_001, 60_000, json), []);
    assert.deepEqual(codes([], started + 1e12, 0, json), []);
  });

  it("mark a row when they say more than the row does by itself", () => {
    assert.equal(markedCount(contradicted.findings, contradicted), 2);
    const plain = resolveFolder({ system_resolution: "FAILED", analyses: [failed] });
    assert.equal(markedCount(plain.findings, plain), 0, "the row says Failed");
    const empty = resolveFolder({ analyses: [] });
    assert.equal(markedCount(empty.findings, empty), 0, "no analyses is no cause for alarm");
  });
});
