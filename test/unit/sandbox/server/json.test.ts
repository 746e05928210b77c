import assert from "node:assert/strict";
import fc from "fast-check";
import { Float, type Json, timestamp, writeJson } from "../../../../src/sandbox/server/json";

describe("JSON of the sandbox", () => {
  it("has a blank after each comma and colon, keeps null, the order and non-ASCII, and leaves out undefined", () => {
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

  it("writes whole floats with a fraction, and times as seconds", () => {
    assert.equal(writeJson([new Float(1), new Float(0.25), 1]), "[1.0, 0.25, 1]");
    assert.equal(writeJson(timestamp(1720180784769)), "1720180784.769");
    assert.equal(writeJson(timestamp(1720180784000)), "1720180784.0");
  });

  it("reads back as what it was", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        assert.deepEqual(JSON.parse(writeJson(JSON.parse(text) as Json)), JSON.parse(text));
      }),
    );
  });
});
