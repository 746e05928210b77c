import assert from "node:assert/strict";
import fc from "fast-check";
import { jsonbText } from "../../../../src/sandbox/list/jsonbText";
import { Float, type Json } from "../../../../src/sandbox/server/json";

describe("sandbox JSONB", () => {
  it("keeps the zeros of numbers and writes no exponent", () => {
    for (const [sent, text] of [
      ["100.00", "100.00"],
      ["1.0", "1.0"],
      ["1e-7", "0.0000001"],
      ["1.50E-3", "0.00150"],
      ["-12.5e1", "-125"],
      ["2.5e+3", "2500"],
      ["0.000", "0.000"],
    ] as const) {
      assert.equal(jsonbText(new Float(Number(sent), sent)), text, sent);
    }
    assert.equal(jsonbText(1e21), "1000000000000000000000");
    assert.equal(jsonbText(new Float(3)), "3.0");
    assert.equal(jsonbText(42), "42");
  });

  it("writes numbers that mean the same", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        const text = jsonbText(number) ?? "";
        assert.match(text, /^-?(0|[1-9]\d*)(\.\d+)?$/);
        assert.equal(Number(text), number === 0 ? 0 : number);
      }),
    );
  });

  it("gives texts as they are, nothing for null, and sorts members by length, then by name", () => {
    assert.equal(jsonbText('a "text"'), 'a "text"');
    assert.equal(jsonbText(null), undefined);
    assert.equal(jsonbText(false), "false");
    const value: Json = { later: [1, null, "x", {}], b: new Float(1e-7), a: undefined, aa: true, Z: [] };
    assert.equal(jsonbText(value), '{"Z": [], "b": 0.0000001, "aa": true, "later": [1, null, "x", {}]}');
  });
});
