import assert from "node:assert/strict";
import type { MatchingRead } from "../../../../src/folders/filter/readMatching";
import { OzError } from "../../../../src/oz/http/ozError";
import { missingInWords, progressInWords } from "../../../../src/views/text/matchingRead";

const progress = { checked: 1200, matches: 3, total: undefined };
const whole: Omit<MatchingRead<unknown>, "items"> = {
  ...progress,
  reachedEnd: true,
  hasUnreadable: false,
  checkedBackTo: new Date("2026-11-23T12:03:11").getTime(),
  failure: undefined,
  unasked: {},
};

describe("progressInWords", () => {
  it("counts matches if there is a filter, else folders, of all if the server said how many", () => {
    assert.equal(progressInWords(progress, true, false), "3 matches in 1,200 folders checked");
    assert.equal(progressInWords(progress, false, false), "1,200 folders");
    assert.equal(progressInWords({ ...progress, total: 10_000 }, false, false), "1,200 of 10,000 folders");
  });

  it("says that it waits", () => {
    assert.equal(
      progressInWords({ ...progress, total: 10_000 }, false, true),
      "1,200 of 10,000 folders, waiting to try again",
    );
  });

  it("never says more than all", () => {
    assert.equal(progressInWords({ ...progress, total: 1000 }, false, false), "1,200 of 1,200 folders");
  });
});

describe("missingInWords", () => {
  it("is silent about a complete read", () => {
    assert.deepEqual(missingInWords(whole, 0), []);
  });

  it("says how far an incomplete one got, and what to do", () => {
    assert.deepEqual(missingInWords({ ...whole, reachedEnd: false }, 0), [
      "Only 1,200 folders were read, back to 2026-11-23 12:03:11. To read older ones, filter by time.",
    ]);
    assert.deepEqual(missingInWords({ ...whole, reachedEnd: false, checkedBackTo: undefined }, 0), [
      "Only 1,200 folders were read.",
    ]);
  });

  it("says why the server could not be read to the end, and does not send the user to a filter", () => {
    const failure = new OzError("serverError", "oz.example.com failed.", {
      origin: "https://oz.example.com",
    });
    assert.deepEqual(missingInWords({ ...whole, reachedEnd: false, failure }, 0), [
      "Only 1,200 folders were read, back to 2026-11-23 12:03:11.",
      "oz.example.com failed.",
    ]);
  });

  it("says that entries cannot be read", () => {
    assert.deepEqual(missingInWords({ ...whole, hasUnreadable: true }, 0), [
      "Some entries of the server's list cannot be read as folders.",
    ]);
  });
});
