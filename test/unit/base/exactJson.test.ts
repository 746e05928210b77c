import assert from "node:assert/strict";
import fc from "fast-check";
import { exactJson } from "../../../src/base/exactJson";
import { ExactNumber } from "../../../src/base/exactNumber";

describe("exactJson", () => {
  it("writes any JSON as JSON.stringify does", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (any) => {
        const value: unknown = JSON.parse(JSON.stringify(any));
        assert.equal(exactJson(value, "  "), JSON.stringify(value, null, 2));
        assert.equal(exactJson(value, ""), JSON.stringify(value));
      }),
    );
  });

  it("writes exact numbers as they came", () => {
    const json = { id: new ExactNumber("9007199254740993"), more: [new ExactNumber("1e400"), 1.5] };
    assert.equal(
      exactJson(json, "  "),
      '{\n  "id": 9007199254740993,\n  "more": [\n    1e400,\n    1.5\n  ]\n}',
    );
  });
});
