import assert from "node:assert/strict";
import { duration, durationInMinutes } from "../../../src/base/duration";
import { inFull } from "../../../src/base/language";

describe("duration", () => {
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
    [3_600_000, "1 h"],
    [12_000_000, "3 h 20 min"],
    [90_000_000, "25 h"],
    [172_799_999, "47 h 59 min"],
    [172_800_000, "2 d"],
    [183_600_000, "2 d 3 h"],
    [187_199_999, "2 d 3 h"],
    [34_560_000_000, "400 d"],
  ] as const) {
    it(`${milliseconds} ms: ${words}`, () => assert.equal(duration(milliseconds), words));
  }

  it("is in words where it is spoken", () => {
    assert.equal(duration(61_000, inFull), "1 minute 1 second");
    assert.equal(duration(183_600_000, inFull), "2 days 3 hours");
    assert.equal(durationInMinutes(245_000, inFull), "4 minutes");
  });
});
