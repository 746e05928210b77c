import assert from "node:assert/strict";
import fc from "fast-check";
import { jsonExtent } from "../../../../src/oz/http/jsonExtent";

/** @returns a list nested that deep in itself */
const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

describe("jsonExtent", () => {
  const format = (value: unknown): string => JSON.stringify(value, null, 2);

  const countValues = (value: unknown): number =>
    typeof value === "object" && value !== null
      ? Object.values(value).reduce((sum: number, one) => sum + countValues(one), 1)
      : 1;

  it("counts the values of any JSON and its length when formatted, whether it is formatted or not", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (any) => {
        const value: unknown = JSON.parse(JSON.stringify(any));
        for (const text of [JSON.stringify(value), format(value)]) {
          const { values, formattedLength } = jsonExtent(text);
          assert.deepEqual([values, formattedLength], [countValues(value), format(value).length]);
        }
      }),
    );
  });

  it("measures the depth, ignoring brackets, quotes and escapes in strings", () => {
    for (const [text, depth] of [
      ["7", 0],
      ["[]", 1],
      ['[{"a": []}, []]', 3],
      ['["[[[[", "\\"[[", "\\\\", "\\\\\\"[["]', 1],
      [nested(100_000), 100_000],
    ] as const) {
      assert.equal(jsonExtent(text).depth, depth, text.slice(0, 40));
    }
  });

  it("notices numbers that JavaScript would change, and none in texts", () => {
    for (const [text, hasExactNumbers] of [
      ["9007199254740993", true],
      ['{"a": [-9007199254740993]}', true],
      ["[1e400]", true],
      ["[0.1000000000000000055511]", true],
      ["[1000000000000000000000]", true],
      ["9007199254740992", false],
      ['["9007199254740993", "1e400"]', false],
      ['{"9007199254740993": 1.10}', false],
      ["[1764170000.123456, 0.30000000000000004, -1.0E-7, 0.0000000, -0, true, false, null]", false],
    ] as const) {
      assert.equal(jsonExtent(text).hasExactNumbers, hasExactNumbers, text);
    }
  });

  it("ends for any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("[", "]", "{", "}", '"', ",", ":", "\\", " ", "1") }),
        (text) => {
          jsonExtent(text);
        },
      ),
    );
  });
});
