import assert from "node:assert/strict";
import { resolveFolder } from "../../../../src/status/resolveFolder";
import { analysisInWords } from "../../../../src/views/text/analysisText";

describe("analysisInWords", () => {
  const words = (json: object): string => {
    const [group] = resolveFolder({ analyses: [json] }).groups;
    return analysisInWords(group!.analyses[0]!);
  };

  it("has the deciding score and its threshold", () => {
    const match = { type: "BIOMETRY", state: "FINISHED", resolution_status: "DECLINED" };
    const scored = { ...match, results_data: { min_confidence: 0.412345 } };
    assert.equal(words(match), "Declined");
    assert.equal(words(scored), "Declined · 0.412");
    assert.equal(words({ ...scored, confs: { threshold_max: 0.85 } }), "Declined · 0.412, threshold 0.85");
    const liveness = [{ results_data: { confidence_spoofing: 0.06 } }];
    assert.equal(
      words({ type: "quality", state: "FINISHED", resolution_status: "SUCCESS", results_media: liveness }),
      "Success · 0.06",
    );
  });

  it("says why the analysis failed", () => {
    assert.equal(
      words({ state: "FAILED", error_code: 3, error_message: "No face\nfound" }),
      "Failed · No face found",
    );
  });
});
