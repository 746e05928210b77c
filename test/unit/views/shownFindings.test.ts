import assert from "node:assert/strict";
import { resolveFolder } from "../../../src/status/resolveFolder";
import { markedCount, markedResult, shownFindings } from "../../../src/views/shownFindings";

const failed = { analysis_id: "a", group_id: "g", state: "FAILED", error_code: 3, error_message: "No face" };
const running = { analysis_id: "b", group_id: "g", state: "PROCESSING", time_created: 1_000_000 };
const contradicted = resolveFolder({ system_resolution: "SUCCESS", analyses: [failed] });

const codes = (hidden: string[], now: number, processingLimit: number, json: unknown): string[] => {
  const limits = { now, processingLimit, usualTime: 60_000 };
  return shownFindings(
    () => hidden,
    () => limits,
  )(resolveFolder(json)).map(({ code }) => code);
};

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
    assert.deepEqual(codes([], started + 1e12, 0, json), ["slowerThanUsual"]);
  });

  it("reports processing above the usual time", () => {
    const json = { analyses: [running] };
    const started = 1_000_000_000;
    assert.deepEqual(codes([], started + 60_000, 0, json), []);
    assert.deepEqual(codes([], started + 60_001, 0, json), ["slowerThanUsual"]);
    assert.deepEqual(codes(["slowerThanUsual"], started + 60_001, 0, json), []);
  });

  it("does not read the limits for a folder that is not running: settings are slow", () => {
    const unread = (): never => assert.fail("read");
    assert.equal(shownFindings(() => [], unread)(contradicted).length, 2);
    assert.throws(() => shownFindings(() => [], unread)(resolveFolder({ analyses: [running] })), /read/);
  });

  it("marks a row for findings that say more than the row itself", () => {
    assert.equal(markedCount(contradicted.findings, contradicted), 2);
    const plain = resolveFolder({ system_resolution: "FAILED", analyses: [failed] });
    assert.equal(markedCount(plain.findings, plain), 0, "the row says Failed");
    assert.equal(markedResult(contradicted, contradicted.findings), "⚠ Success");
    assert.equal(markedResult(contradicted, []), "Success");
    const empty = resolveFolder({ analyses: [] });
    assert.equal(markedCount(empty.findings, empty), 0, "having no analyses is not a problem");
  });
});
