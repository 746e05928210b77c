import assert from "node:assert/strict";
import type { MatchingRead } from "../../../../src/folders/filter/readMatching";
import { missingInWords, progressInWords } from "../../../../src/views/text/matchingRead";

const progress = { checked: 1200, matches: 3, total: undefined };
const whole: Omit<MatchingRead<unknown>, "items"> = {
  ...progress,
  reachedEnd: true,
  hasUnreadable: false,
  checkedBackTo: new Date("2026-11-23T12:03:11").getTime(),
  unasked: {},
};

describe("progressInWords", () => {
  it("counts matches if there is a filter, else folders, of all if the server said how many", () => {
    assert.equal(progressInWords(progress, true), "3 matches in 1,200 folders checked");
    assert.equal(progressInWords(progress, false), "1,200 folders");
    assert.equal(progressInWords({ ...progress, total: 10_000 }, false), "1,200 of 10,000 folders");
  });

  it("never says more than all", () => {
    assert.equal(progressInWords({ ...progress, total: 1000 }, false), "1,200 of 1,200 folders");
  });
});

describe("missingInWords", () => {
  it("is silent about a complete read", () => {
    assert.deepEqual(missingInWords(whole), []);
  });

  it("says how far an incomplete one got, and what to do", () => {
    assert.deepEqual(missingInWords({ ...whole, reachedEnd: false }), [
      "Only 1,200 folders were read, back to 2026-11-23 12:03:11. To read older ones, filter by time.",
    ]);
    assert.deepEqual(missingInWords({ ...whole, reachedEnd: false, checkedBackTo: undefined }), [
      "Only 1,200 folders were read.",
    ]);
  });

  it("says that entries cannot be read", () => {
    assert.deepEqual(missingInWords({ ...whole, hasUnreadable: true }), [
      "Some entries of the server's list cannot be read as folders.",
    ]);
  });
});
