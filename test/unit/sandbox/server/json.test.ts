import assert from "node:assert/strict";
import fc from "fast-check";
import { Float, type Json, Time, writeJson } from "../../../../src/sandbox/server/json";

describe("sandbox JSON", () => {
  it("has a space after each comma and colon, keeps null, order and non-ASCII, and omits undefined", () => {
    const value = {
      b: [1, "zwei", null, true],
      a: { ключ: "Zoë\n\u202e" },
      gone: undefined,
      empty: {},
      none: [],
    };
    assert.equal(
      writeJson(value),
      '{"b": [1, "zwei", null, true], "a": {"ключ": "Zoë\\n\u202e"}, "empty": {}, "none": []}',
    );
  });

  it("writes whole floats with a decimal point, and times as seconds", () => {
    assert.equal(writeJson([new Float(1), new Float(0.25), 1]), "[1.0, 0.25, 1]");
    assert.equal(writeJson(new Time(1720180784769)), "1720180784.769");
    assert.equal(writeJson(new Time(1720180784000)), "1720180784.0");
  });

  it("cuts only times to whole seconds, at any depth", () => {
    const value = [{ time: new Time(1720180784999), float: new Float(1) }, 0.5];
    assert.equal(writeJson(value, true), '[{"time": 1720180784, "float": 1.0}, 0.5]');
  });

  it("parses back to the same value", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        assert.deepEqual(JSON.parse(writeJson(JSON.parse(text) as Json)), JSON.parse(text));
      }),
    );
  });
});
