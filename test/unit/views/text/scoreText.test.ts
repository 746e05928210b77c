import assert from "node:assert/strict";
import { resolveFolder } from "../../../../src/status/resolveFolder";
import {
  valueInWords,
  valuesInWords,
  scoresInWords,
  scoreInWords,
} from "../../../../src/views/text/scoreText";

describe("the text of a score", () => {
  // name, value, lower threshold, threshold, text
  const cases: [string, number, number | undefined, number | undefined, string][] = [
    ["confidence_spoofing", 0.97, undefined, 0.5, "spoofing 0.97, threshold 0.5"],
    ["confidence_spoofing", 0.1, undefined, undefined, "spoofing 0.1"],
    ["min_confidence", 0.41, undefined, 0.85, "0.41, threshold 0.85"],
    ["min_confidence", 0.41, 0.75, 0.85, "0.41, threshold 0.85"],
    ["min_confidence", 0.8, 0.75, 0.85, "0.8, between 0.75 and 0.85"],
    ["min_confidence", 0.75, 0.75, 0.85, "0.75, between 0.75 and 0.85"],
    ["min_confidence", 0.85, 0.75, 0.85, "0.85, threshold 0.85"],
    ["confidence", 0.93, undefined, 0.85, "matched 0.93, threshold 0.85"],
    ["confidence", 0.4, undefined, 0.85, "closest 0.4, threshold 0.85"],
    // To three places, unless that would be the threshold itself.
    ["min_confidence", 0.412345, undefined, 0.85, "0.412, threshold 0.85"],
    ["min_confidence", 0.84996, undefined, 0.85, "0.84996, threshold 0.85"],
    ["min_confidence", 0.74996, 0.75, 0.85, "0.74996, threshold 0.85"],
    ["confidence_spoofing", 0, undefined, 0.5, "spoofing 0, threshold 0.5"],
    // Rounding would lose it.
    ["confidence_spoofing", 1e308, undefined, undefined, "spoofing 1e+308"],
    ["min_confidence", -1e308, undefined, 0.85, "-1e+308, threshold 0.85"],
  ];
  for (const [name, value, lowerThreshold, threshold, expected] of cases) {
    it(expected, () => {
      const score = { name, value, lowerThreshold, threshold, mediaIds: [] };
      assert.equal(scoreInWords(score), expected);
      assert.equal(valueInWords(score), expected.split(",")[0]);
    });
  }
});

describe("what decided an analysis", () => {
  const words = (threshold_max: number | undefined, ...values: number[]): string => {
    const results_media = values.map((confidence) => ({ results_data: { confidence } }));
    const json = { type: "COLLECTION", state: "FINISHED", results_media, confs: { threshold_max } };
    const analysis = resolveFolder({ analyses: [json] }).groups[0]!.analyses[0]!;
    assert.equal(valuesInWords(analysis), scoresInWords(analysis).replace(/, threshold.*/, ""));
    return scoresInWords(analysis);
  };

  it("is each of the first three matches in a collection, the best first", () => {
    assert.equal(words(0.85, 0.88, 0.4, 0.93), "matched 0.93 and 0.88, threshold 0.85");
    assert.equal(
      words(0.85, 0.86, 0.87, 0.88, 0.9, 0.93),
      "matched 0.93, 0.9, 0.88 and 2 more, threshold 0.85",
    );
  });

  it("is the best score if fewer than two match, or no threshold tells", () => {
    assert.equal(words(0.85, 0.93, 0.4), "matched 0.93, threshold 0.85");
    assert.equal(words(0.85, 0.4, 0.3), "closest 0.4, threshold 0.85");
    assert.match(words(undefined, 0.93, 0.88), /^\w+ 0\.93$/);
    assert.equal(words(0.85), "");
  });
});
