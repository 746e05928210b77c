import assert from "node:assert/strict";
import { age, duration, exactTime, timeOfDay } from "../../../../src/views/text/formatTime";

describe("age", () => {
  const cases: [number, string][] = [
    [-5_000, "just now"],
    [59_999, "just now"],
    [60_000, "1m ago"],
    [3_599_999, "59m ago"],
    [3_600_000, "1h ago"],
    [86_400_000 * 3, "3d ago"],
    [86_400_000 * 400, "400d ago"],
  ];
  for (const [passed, words] of cases) {
    it(`${passed} ms: ${words}`, () => assert.equal(age(1e12, 1e12 + passed), words));
  }
});

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
    [3_600_000, "1 h 0 min"],
    [90_000_000, "25 h 0 min"],
  ] as const) {
    it(`${milliseconds} ms: ${words}`, () => assert.equal(duration(milliseconds), words));
  }
});

describe("exactTime and timeOfDay", () => {
  it("give local times that sort as text", () => {
    const moment = new Date(2026, 10, 3, 4, 5, 6).getTime();
    assert.equal(exactTime(moment), "2026-11-03 04:05:06");
    assert.equal(timeOfDay(moment), "04:05:06");
    assert.equal(typeof timeOfDay(-8.64e15 + 1e9), "string");
  });
});
