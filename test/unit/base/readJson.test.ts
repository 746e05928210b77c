import assert from "node:assert/strict";
import { isObject, member, textMember, timeMember } from "../../../src/base/readJson";

describe("readJson", () => {
  it("reads an object's own members, never inherited ones", () => {
    assert.equal(member({ a: 1 }, "a"), 1);
    for (const name of ["constructor", "toString", "__proto__", "b"])
      assert.equal(member({ a: 1 }, name), undefined);
    assert.equal(member(JSON.parse('{"__proto__": 7}'), "__proto__"), 7);
  });

  it("finds no members in what is not an object", () => {
    for (const value of [undefined, null, 7, "length", [1, 2], true]) {
      assert.equal(isObject(value), false);
      assert.equal(member(value, "length"), undefined);
    }
  });

  it("reads the first non-empty string of several members", () => {
    assert.equal(textMember({ a: "x", b: "y" }, "a", "b"), "x");
    assert.equal(textMember({ a: 1, b: "", c: "c", d: "d" }, "a", "b", "missing", "c", "d"), "c");
    assert.equal(textMember({ a: "", b: "y" }, "a", "b"), "y");
    assert.equal(textMember({ a: 7, b: "y" }, "a", "b"), "y");
    assert.equal(textMember({ b: null }, "a", "b"), undefined);
    assert.equal(textMember("text", "a"), undefined);
  });
});

describe("timeMember", () => {
  // As the server writes it, and in epoch milliseconds.
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
    ["2023-11-14T22:13:20", 1_700_000_000_000],
    ["2023-11-14 22:13:20.250999", 1_700_000_000_250],
    ["2023-11-15T01:13:20+03:00", 1_700_000_000_000],
    ["2023-11-14 19:13:20.250-0300", 1_700_000_000_250],
    ["2023-11-15 01:13:20+03", 1_700_000_000_000],
    ["2023-11-14T22:13", 1_699_999_980_000],
    ["2023-11-14", 1_699_920_000_000],
    ["2023-11-14T25:13:20", undefined],
    ["2023-13-14", undefined],
    ["Tue, 14 Nov 2023", undefined],
    ["Tue, 14 Nov 2023 22:13:20 GMT", undefined],
    ["11/14/2023", undefined],
    ["2023-11", undefined],
    ["2023-11-14T22:13:20 (about)", undefined],
    ["2023-11-14T", undefined],
    ["2023-11-14Z", undefined],
    [8.6399e18, 8.6399e15],
    [8.64e18, undefined],
    [-8.64e18, undefined],
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

  it("does not depend on the zone of this machine", () => {
    const zone = process.env.TZ;
    try {
      for (const elsewhere of ["Asia/Tokyo", "America/New_York"]) {
        process.env.TZ = elsewhere;
        assert.notEqual(new Date(0).getTimezoneOffset(), 0);
        for (const [raw, expected] of times) assert.equal(timeMember({ time: raw }, "time"), expected);
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
});
