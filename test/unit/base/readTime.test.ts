import assert from "node:assert/strict";
import { timeMember } from "../../../src/base/readJson";

describe("readTime", () => {
  // as the server writes it, epoch milliseconds
  const times: [unknown, number | undefined][] = [
    [0, 0],
    [1.5, 1500],
    [1_700_000_000, 1_700_000_000_000],
    [1_700_000_000.25, 1_700_000_000_250],
    [99_999_999_999, 99_999_999_999_000],
    [100_000_000_000, 100_000_000_000],
    [1_700_000_000_000, 1_700_000_000_000],
    [99_999_999_999_999, 99_999_999_999_999],
    [100_000_000_000_000, 100_000_000_000],
    [1_700_000_000_000_000, 1_700_000_000_000],
    [-1_700_000_000, -1_700_000_000_000],
    [-1_700_000_000_000, -1_700_000_000_000],
    ["1700000000.5", 1_700_000_000_500],
    ["2023-11-14T22:13:20Z", 1_700_000_000_000],
    [8.64e18, 8.64e15],
    [8.65e18, undefined],
    ["yesterday", undefined],
    ["", undefined],
    [" ", undefined],
    [Infinity, undefined],
    [Number.NaN, undefined],
    [null, undefined],
    [true, undefined],
    [[1], undefined],
  ];
  for (const [raw, expected] of times) {
    it(`reads ${JSON.stringify(raw)} as ${String(expected)}`, () =>
      assert.equal(timeMember({ time: raw }, "time"), expected));
  }
});
