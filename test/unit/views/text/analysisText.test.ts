import assert from "node:assert/strict";
import type { AnalysisResolution } from "../../../../src/status/resolution";
import { resolveFolder } from "../../../../src/status/resolveFolder";
import { analysisInWords, errorInWords } from "../../../../src/views/text/analysisText";

function resolve(json: object): AnalysisResolution {
  return resolveFolder({ analyses: [json] }).groups[0]!.analyses[0]!;
}

describe("analysisInWords", () => {
  const words = (json: object): string => analysisInWords(resolve(json));

  it("has the deciding score and its threshold", () => {
    const match = { type: "BIOMETRY", state: "FINISHED", resolution_status: "DECLINED" };
    const scored = { ...match, results_data: { min_confidence: 0.412345 } };
    assert.equal(words(match), "Declined");
    assert.equal(words(scored), "Declined · 0.412");
    assert.equal(words({ ...scored, confs: { threshold_max: 0.85 } }), "Declined · 0.412, threshold 0.85");
    const liveness = [{ results_data: { confidence_spoofing: 0.06 } }];
    assert.equal(
      words({ type: "quality", state: "FINISHED", resolution_status: "SUCCESS", results_media: liveness }),
      "Success · spoofing 0.06",
    );
  });

  it("says why the analysis failed", () => {
    assert.equal(
      words({ state: "FAILED", error_code: 3, error_message: "No face\nfound" }),
      "Failed · No face found",
    );
  });
});

describe("errorInWords", () => {
  // error_code, error_message, words
  const cases: [unknown, unknown, string][] = [
    [11, "Face not found", "error 11: Face not found"],
    [11, null, "error 11"],
    [null, "Face not\nfound", "Face not found"],
    [null, null, ""],
  ];
  for (const [error_code, error_message, expected] of cases) {
    it(`${String(error_code)} and ${JSON.stringify(error_message)}: "${expected}"`, () =>
      assert.equal(errorInWords(resolve({ state: "FAILED", error_code, error_message })), expected));
  }
});
