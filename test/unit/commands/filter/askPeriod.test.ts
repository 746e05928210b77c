import assert from "node:assert/strict";
import fc from "fast-check";
import { UserError } from "../../../../src/commands/command";
import { parsePeriod, periodText } from "../../../../src/commands/filter/askPeriod";

const at = (year: number, month: number, day: number, ...time: number[]): number =>
  new Date(year, month - 1, day, ...(time as [number?, number?, number?, number?])).getTime();

describe("parsePeriod", () => {
  const day = { from: at(2026, 11, 22), to: at(2026, 11, 22, 23, 59, 59, 999) };
  for (const [text, range] of [
    ["2026-11-22", day],
    [" 2026-11-22  TO 2026-11-22 ", day],
    ["2026-11-22 09:00 .. 2026-11-22 18:30", { from: at(2026, 11, 22, 9), to: at(2026, 11, 22, 18, 30) }],
    ["2026-11-22T09:00:05 to", { from: at(2026, 11, 22, 9, 0, 5), to: undefined }],
    ["to 2026-11-22", { from: undefined, to: day.to }],
  ] as const) {
    it(`reads "${text}"`, () => assert.deepEqual(parsePeriod(text), range));
  }

  for (const text of [
    "",
    "to",
    "yesterday",
    "2026-13-01",
    "2026-02-30",
    "2026-11-22 25:00",
    "1 to 2",
    "2026-11-22 to 2026-11-23 to",
  ]) {
    it(`refuses "${text}" and shows how to write a period`, () => {
      assert.throws(
        () => parsePeriod(text),
        (error) => error instanceof UserError && error.message.startsWith("Enter a period like"),
      );
    });
  }

  it("refuses a period that ends before it begins", () => {
    assert.throws(() => parsePeriod("2026-11-23 to 2026-11-22"), {
      message: "The period ends before it begins.",
    });
  });

  it("reads what periodText writes, to the second", () => {
    const second = fc.integer({ min: 1_000_000_000, max: 1_900_000_000 }).map((seconds) => seconds * 1000);
    fc.assert(
      fc.property(fc.option(second, { nil: undefined }), second, (from, more) => {
        const range = { from, to: from === undefined ? more : from + (more % 1_000_000) * 1000 };
        assert.deepEqual(parsePeriod(periodText(range)), range);
      }),
    );
  });
});
