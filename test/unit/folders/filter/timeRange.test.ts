import assert from "node:assert/strict";
import { timeRangeOf } from "../../../../src/folders/filter/timeRange";

describe("timeRangeOf", () => {
  const now = new Date(2026, 10, 23, 10, 15, 3).getTime();
  for (const [since, from] of [
    ["hour", new Date(2026, 10, 23, 9, 15, 3)],
    ["today", new Date(2026, 10, 23)],
    ["yesterday", new Date(2026, 10, 22)],
    ["week", new Date(2026, 10, 16)],
  ] as const) {
    it(`starts the period "${since}" in local time`, () =>
      assert.deepEqual(timeRangeOf({ since }, now), { from: from.getTime() }));
  }
});
