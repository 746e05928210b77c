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

describe("shownFindings", () => {
  it("leaves out hidden findings", () => {
    const json = { system_resolution: "SUCCESS", analyses: [failed] };
    assert.deepEqual(codes([], 0, 0, json), ["resultDiffers", "analysisFailed"]);
    assert.deepEqual(codes(["resultDiffers", "no such code"], 0, 0, json), ["analysisFailed"]);
  });

  it("reports processing above the limit; without a limit, never", () => {
    const json = { analyses: [running] };
    const started = 1_000_000_000;
    assert.deepEqual(codes([], started + 60_000, 60_000, json), []);
    assert.deepEqual(codes([], started + 60_001, 60_000, json), ["processingTooLong"]);
    assert.deepEqual(codes(["processingTooLong"], started + 60_001, 60_000, json), []);
    assert.deepEqual(codes([], started + 1e12, 0, json), []);
  });

  it("marks a row for findings that say more than the row itself", () => {
    assert.equal(markedCount(contradicted.findings, contradicted), 2);
    const plain = resolveFolder({ system_resolution: "FAILED", analyses: [failed] });
    assert.equal(markedCount(plain.findings, plain), 0, "the row says Failed");
    const empty = resolveFolder({ analyses: [] });
    assert.equal(markedCount(empty.findings, empty), 0, "having no analyses is not a problem");
  });
});
