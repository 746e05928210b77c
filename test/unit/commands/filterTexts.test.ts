import assert from "node:assert/strict";
import fc from "fast-check";
import { metaDataText, parseMetaData } from "../../../src/commands/filter/metaDataText";
import { parsePeriod, periodText } from "../../../src/commands/filter/periodText";
import { UserError } from "../../../src/commands/userError";
import { timeRangeOf } from "../../../src/folders/filter/timeRange";
import { filterInWords } from "../../../src/views/text/filterInWords";

const at = (...parts: [number, number, number, number?, number?, number?, number?]): number =>
  new Date(parts[0], parts[1] - 1, ...(parts.slice(2) as [number])).getTime();

const isUserError =
  (sentence: RegExp) =>
  (error: unknown): boolean =>
    error instanceof UserError && sentence.test(error.message);

describe("a period that somebody wrote", () => {
  const day = { from: at(2026, 11, 22), to: at(2026, 11, 22, 23, 59, 59, 999) };
  for (const [text, span] of [
    ["2026-11-22", day],
    [" 2026-11-22  TO 2026-11-22 ", day],
    ["2026-11-22 09:00 to 2026-11-22 18:30", { from: at(2026, 11, 22, 9), to: at(2026, 11, 22, 18, 30) }],
    ["2026-11-22T09:00:05 to", { from: at(2026, 11, 22, 9, 0, 5), to: undefined }],
    ["to 2026-11-22", { from: undefined, to: day.to }],
  ] as const) {
    it(`is read: ${text}`, () => assert.deepEqual(parsePeriod(text), span));
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
    it(`is refused in one sentence: ${text}`, () => {
      assert.throws(() => parsePeriod(text), isUserError(/^Write a period like/));
    });
  }

  it("is refused when it ends before it begins", () => {
    assert.throws(() => parsePeriod("2026-11-23 to 2026-11-22"), {
      message: "The period ends before it begins.",
    });
  });

  it("is written as it is read, to the second", () => {
    const second = fc.integer({ min: 1_000_000_000, max: 1_900_000_000 }).map((seconds) => seconds * 1000);
    fc.assert(
      fc.property(fc.option(second, { nil: undefined }), second, (from, more) => {
        const span = { from, to: from === undefined ? more : from + (more % 1_000_000) * 1000 };
        assert.deepEqual(parsePeriod(periodText(span)), span);
      }),
    );
  });
});

describe("a period that moves with the clock", () => {
  const now = at(2026, 11, 23, 10, 15, 3);
  for (const [since, from] of [
    ["hour", at(2026, 11, 23, 9, 15, 3)],
    ["today", at(2026, 11, 23)],
    ["yesterday", at(2026, 11, 22)],
    ["week", at(2026, 11, 16)],
  ] as const) {
    it(`begins where it says: ${since}`, () => assert.deepEqual(timeRangeOf({ since }, now), { from }));
  }
});

describe("metadata conditions that somebody wrote", () => {
  it("are read, with values that hold the signs of conditions", () => {
    assert.deepEqual(parseMetaData(" order_id==42 && a.b == x == y , z"), [
      { key: "order_id", value: "42" },
      { key: "a.b", value: "x == y , z" },
    ]);
    assert.deepEqual(parseMetaData("  "), []);
  });

  for (const text of ["order_id", "== 42", "order_id ==", "a == 1 && "]) {
    it(`are refused in one sentence: ${text}`, () => {
      assert.throws(() => parseMetaData(text), isUserError(/^Write a condition like/));
    });
  }

  it("are written as they are read", () => {
    const word = fc.stringMatching(/^[a-z.]{1,5}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word).map(([key, value]) => ({ key, value }))), (conditions) => {
        assert.deepEqual(parseMetaData(metaDataText(conditions)), conditions);
      }),
    );
  });
});

describe("a filter in words", () => {
  it("says all that it asks for", () => {
    const filter = {
      results: ["DECLINED", "FAILED"],
      statuses: ["PROCESSING"],
      analyses: ["Liveness"],
      created: { since: "yesterday" },
      metaData: [{ key: "order_id", value: "42" }],
      text: "ada",
    } as const;
    const words =
      "Declined or Failed, status Processing, with Liveness, since yesterday, order_id == 42, “ada”";
    assert.equal(filterInWords(filter), words);
  });

  it("says when", () => {
    const [from, to] = [at(2026, 11, 22, 9), at(2026, 11, 22, 18)];
    assert.equal(filterInWords({ created: { from } }), "since 2026-11-22 09:00:00");
    assert.equal(filterInWords({ created: { to } }), "until 2026-11-22 18:00:00");
    assert.equal(filterInWords({ created: { from, to } }), "2026-11-22 09:00:00 to 2026-11-22 18:00:00");
  });
});
