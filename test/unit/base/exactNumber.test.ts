import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { ExactNumber, isHeldExactly, isNumberText, isSameNumber } from "../../../src/base/exactNumber";

const digits = (count: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom("0", "0", "1", "5", "9"), minLength: 1, maxLength: count });

/** A number by the grammar of JSON, and the same as a fraction. */
const number = fc
  .record({
    sign: fc.constantFrom("", "-"),
    integer: digits(20),
    fraction: digits(20),
    power: fc.integer({ min: -30, max: 30 }),
  })
  .map(({ sign, integer, fraction, power }) => {
    const text = `${sign}${integer.replace(/^0+(?=.)/, "")}.${fraction}e${power}`;
    const value =
      BigInt(`${integer}${fraction}`) *
      BigInt(sign === "" ? 1 : -1) *
      10n ** BigInt(power + 60 - fraction.length);
    return { text, value };
  });

describe("ExactNumber", () => {
  it("is compared by its value", () => {
    const [a, b] = ["9007199254740993", "9007199254740995"].map((text) => new ExactNumber(text));
    assert.ok(isDeepStrictEqual({ a }, { a: new ExactNumber("9007199254740993") }));
    assert.ok(!isDeepStrictEqual({ a }, { a: b }));
    assert.ok(!isDeepStrictEqual({ a }, { a: 9007199254740992 }));
    assert.ok(!isDeepStrictEqual({ a }, { a: { text: "9007199254740993" } }));
  });

  it("keeps its digits as a text, also where JSON.stringify writes it", () => {
    const exact = new ExactNumber("9007199254740993");
    assert.deepEqual([String(exact), JSON.stringify([exact])], ["9007199254740993", '["9007199254740993"]']);
  });
});

describe("isHeldExactly", () => {
  it("is true for every number as JavaScript writes it", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        // JavaScript writes such integers without their last digits.
        if (!/^-?\d+e/.test(String(value))) assert.ok(isHeldExactly(String(value)));
      }),
    );
  });

  it("is true for an integer only if JavaScript writes all its digits", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), (value) => {
        assert.equal(isHeldExactly(String(value)), String(Number(value)) === String(value));
      }),
    );
  });

  it("minds the value and not how it is written", () => {
    for (const text of ["1.10", "100.0", "1e2", "-0", "0.0e5", "1E+2", "0.00000010"])
      assert.ok(isHeldExactly(text), text);
    for (const text of ["1e400", "1e-400", "0.10000000000000001", "9007199254740993.0", "1".repeat(100_000)])
      assert.ok(!isHeldExactly(text), text.slice(0, 40));
  });
});

describe("isSameNumber", () => {
  it("compares the values of any two numbers", () => {
    fc.assert(
      fc.property(number, number, (a, b) => {
        assert.ok(isNumberText(a.text));
        assert.equal(isSameNumber(a.text, b.text), a.value === b.value, `${a.text} ${b.text}`);
      }),
    );
  });

  it("knows all ways to write one number", () => {
    for (const text of ["100", "100.00", "1e2", "1.0E+2", "0.001e5", "10000e-2"])
      assert.ok(isSameNumber(text, "100"), text);
    assert.ok(isSameNumber("0", "-0.00e7"));
  });

  it("is false for what is no number in JSON, and for numbers of any length", () => {
    for (const text of ["", "abc", "01", "+1", ".5", "1.", "0x10", "1_0", " 1", "NaN", "Infinity"]) {
      assert.ok(!isSameNumber(text, text), text);
      assert.ok(!isNumberText(text), text);
    }
    assert.ok(!isSameNumber("1".repeat(1_000_000), "2".repeat(1_000_000)));
    assert.ok(!isSameNumber(`1e${"9".repeat(1_000_000)}`, "1"));
  });
});
