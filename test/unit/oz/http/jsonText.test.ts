import assert from "node:assert/strict";
import fc from "fast-check";
import { ExactNumber } from "../../../../src/base/exactNumber";
import { jsonExtent } from "../../../../src/oz/http/jsonExtent";
import { parseText } from "../../../../src/oz/http/jsonText";

const exact = (text: string): ExactNumber => new ExactNumber(text);
const faults = (text: string): string[] =>
  parseText(text).invalid.map(({ path, fault, what }) => `${path.join("/")} ${fault} ${what}`);

/** Any JSON, with one value that decides which of the two parsers reads it. */
const withExactNumber = (text: string): string => `[9007199254740993,${text}]`;

const LEFT_OUT = Symbol("left out");

/** A text, and what is read of it. */
interface Spoilt {
  readonly text: string;
  readonly rest: unknown;
}

const asJson = (value: unknown): Spoilt => {
  const text = JSON.stringify(value);
  return { text, rest: JSON.parse(text) };
};

/** JSON with values that JSON does not allow anywhere in it, and names. */
const spoiltJson = fc.letrec<{ value: Spoilt; list: Spoilt; object: Spoilt }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    fc.oneof(fc.string(), fc.double({ noDefaultInfinity: true, noNaN: true }), fc.boolean()).map(asJson),
    fc.constantFrom('"a\nb"', '"\0"', "NaN", "-Infinity", "inf").map((text) => ({ text, rest: LEFT_OUT })),
    tie("list"),
    tie("object"),
  ),
  list: fc.array(tie("value"), { maxLength: 4 }).map((all) => ({
    text: `[${all.map(({ text }) => text).join(", ")}]`,
    rest: all.map(({ rest }) => (rest === LEFT_OUT ? null : rest)),
  })),
  object: fc
    .dictionary(fc.oneof(fc.string(), fc.constantFrom("__proto__", "a\tb", "\n")), tie("value"), {
      maxKeys: 4,
    })
    .map((members) => ({
      text: `{${Object.entries(members)
        .map(([name, { text }]) => `${/[\n\t]/.test(name) ? `"${name}"` : JSON.stringify(name)}:${text}`)
        .join(",")}}`,
      rest: Object.fromEntries(
        Object.entries(members)
          .filter(([name, { rest }]) => rest !== LEFT_OUT && !/[\n\t]/.test(name))
          .map(([name, { rest }]) => [name, rest]),
      ),
    })),
})).value;

describe("parseText", () => {
  it("reads any JSON as JSON.parse does", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom("", " ", "\n\t"), (compact, blank) => {
        const text = blank === "" ? compact : JSON.stringify(JSON.parse(compact), null, blank);
        const [, json] = parseText(withExactNumber(text)).json as unknown[];
        assert.deepEqual(json, JSON.parse(text));
      }),
    );
  });

  it("refuses what JSON.parse refuses, but for values that it leaves out", () => {
    const piece = fc.constantFrom(
      ...["{", "}", "[", "]", ",", ":", "\\", " ", '"a"', '"', "1", "-", "0", "null", "e5", ".5", "\\u12"],
    );
    let parsed = 0;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const text = withExactNumber(pieces.join(""));
        const strict = attempt(() => JSON.parse(text) as unknown);
        const json = attempt(() => parseText(text).json);
        assert.equal(json === undefined, strict === undefined, text);
        parsed += Number(json !== undefined);
      }),
      { numRuns: 6000 },
    );
    assert.ok(parsed > 100, `only ${parsed} are JSON`);
  });

  it("keeps numbers that JavaScript would change, and reads all others as numbers", () => {
    assert.deepEqual(
      parseText('{"a": 9007199254740993, "b": [1e400, 1.10, 100.0, "9007199254740993"]}').json,
      {
        a: exact("9007199254740993"),
        b: [exact("1e400"), 1.1, 100, "9007199254740993"],
      },
    );
  });

  it("leaves out numbers that are none, and reads the rest", () => {
    const text = '{"a": NaN, "b": {"c": -Infinity, "d": 1}, "e": [1, Infinity, 2], "f": nan, "g": 7}';
    assert.deepEqual(parseText(text).json, { b: { d: 1 }, e: [1, null, 2], g: 7 });
    assert.deepEqual(faults(text), [
      "a notANumber NaN",
      "b/c notANumber -Infinity",
      "e/1 notANumber Infinity",
      "f notANumber nan",
    ]);
  });

  it("leaves out texts and names with raw control characters, and reads the rest", () => {
    const text = '{"a": "x\ny", "b\tc": {"d": [1]}, "e": ["\0", "\\u0000", "\u007f"], "f": "\\n"}';
    assert.deepEqual(parseText(text).json, { e: [null, "\0", "\u007f"], f: "\n" });
    assert.deepEqual(faults(text), ["a control U+000A", "b\tc controlInName U+0009", "e/0 control U+0000"]);
  });

  it("reads all the rest of any JSON that has such values and names in it", () => {
    fc.assert(
      fc.property(spoiltJson, ({ text, rest }) => {
        assert.deepEqual(parseText(`{"a":[${text}]}`).json, { a: [rest === LEFT_OUT ? null : rest] });
      }),
    );
  });

  it("refuses a text that is nothing but such a value, or has words of another kind", () => {
    for (const text of [
      "NaN",
      '"a\tb"',
      "[undefined]",
      '{"a": None}',
      "{a: 1}",
      "[NaN,]",
      "NaN NaN",
      "[NaN",
      "",
      "[",
    ])
      assert.throws(() => parseText(text), SyntaxError, text);
  });

  it("reads __proto__ as a name, and the last of several members with one name", () => {
    const text = '{"__proto__": 9007199254740993, "a": 1, "a": 2}';
    const { json } = parseText(text);
    assert.deepEqual(Object.entries(json as object), [
      ["__proto__", exact("9007199254740993")],
      ["a", 2],
    ]);
  });

  it("reads any depth", () => {
    const deep = `${"[".repeat(100_000)}NaN, 9007199254740993${"]".repeat(100_000)}`;
    assert.equal(jsonExtent(deep).depth, 100_000);
    assert.deepEqual(parseText(deep).invalid, []);
  });
});

/** @returns undefined if it throws */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
