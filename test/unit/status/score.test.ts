import assert from "node:assert/strict";
import { explains } from "../../../src/status/score";
import type { Status } from "../../../src/status/status";

describe("whether a score explains a result", () => {
  const thresholds: Readonly<Record<string, [threshold: number, lower?: number]>> = {
    confidence_spoofing: [0.5],
    min_confidence: [0.85, 0.75],
    confidence: [0.85],
  };
  // name, value, the results that it explains
  const cases: [string, number, Status[]][] = [
    ["confidence_spoofing", 0.49, ["SUCCESS"]],
    ["confidence_spoofing", 0.5, ["DECLINED"]],
    ["min_confidence", 0.74, ["DECLINED"]],
    ["min_confidence", 0.75, ["DECLINED", "OPERATOR_REQUIRED"]],
    ["min_confidence", 0.84, ["DECLINED", "OPERATOR_REQUIRED"]],
    ["min_confidence", 0.85, ["SUCCESS"]],
    ["confidence", 0.84, ["OPERATOR_REQUIRED", "SUCCESS"]],
    ["confidence", 0.85, ["DECLINED", "OPERATOR_REQUIRED"]],
  ];
  for (const [name, value, expected] of cases) {
    it(`${name} ${value}: ${expected.join(", ")}`, () => {
      const [threshold, lowerThreshold] = thresholds[name]!;
      const score = { name, value, threshold, lowerThreshold, mediaIds: [] };
      const results: Status[] = ["DECLINED", "OPERATOR_REQUIRED", "SUCCESS"];
      assert.deepEqual(
        results.filter((result) => explains(score, result)),
        expected,
      );
      const unknown = { ...score, threshold: undefined };
      assert.ok(explains(unknown, "DECLINED") && explains(unknown, "SUCCESS"));
      assert.equal(explains(unknown, "OPERATOR_REQUIRED"), name !== "confidence_spoofing");
    });
  }
});
