import assert from "node:assert/strict";
import fc from "fast-check";
import {
  MAX_FORMATTED_ESCAPES,
  MAX_FORMATTED_LENGTH,
  MAX_FORMATTED_VALUES,
} from "../../../../src/base/limits";
import { comparableJson, plainReason, prettyJson } from "../../../../src/views/json/prettyJson";
import { anyText } from "../../oz/support";

/** That many nested lists around a text. */
const nested = (depth: number, inner = ""): string => "[".repeat(depth) + inner + "]".repeat(depth);

describe("JSON that must not be formatted", () => {
  const ones = (count: number): string => Array(count).fill("1").join();

  /** Every other escape is an escaped backslash. */
  const escapes = (count: number): string => `["${'\\\\\\"'.repeat(count).slice(0, 2 * count)}"]`;

  it("is shown as received, with a sentence that says why", () => {
    for (const [text, reason] of [
      [nested(5000), "Shown as received: this JSON is nested more than 100 levels deep."],
      [`[${ones(MAX_FORMATTED_VALUES)}]`, "Shown as received: this JSON has more than 180,000 values."],
      [nested(99, ones(90_000)), "Shown as received: formatted, this JSON would have 18 MB."],
      [`"${"x".repeat(MAX_FORMATTED_LENGTH)}"`, "Shown as received: this JSON has 8 MB."],
      [`[${" ".repeat(MAX_FORMATTED_LENGTH)}]`, "Shown as received: this JSON has 8 MB."],
      [
        escapes(MAX_FORMATTED_ESCAPES + 1),
        "Shown as received: this JSON has more than 500,000 escape sequences.",
      ],
    ] as const) {
      assert.equal(plainReason(text), reason);
      assert.equal(prettyJson(text), text);
      assert.equal(comparableJson(text), text);
    }
  });

  it("is shown as received if it is not valid", () => {
    for (const text of ['{"a":NaN,"b":[1,{"c":-Infinity}]}', '{"a":"x\ny, {","b":1}', '{"a":"\0"}']) {
      assert.equal(plainReason(text), "Shown as received: this is not valid JSON.");
      assert.equal(prettyJson(text), text);
    }
  });

  it("is only JSON beyond the limits", () => {
    for (const text of [
      nested(100),
      `[${ones(MAX_FORMATTED_VALUES - 1)}]`,
      nested(99, ones(36_000)),
      escapes(MAX_FORMATTED_ESCAPES),
    ]) {
      const formatted = prettyJson(text);
      assert.ok(formatted.length > text.length && formatted.length <= MAX_FORMATTED_LENGTH + 1);
      assert.equal(comparableJson(text), formatted);
      // The text of a document is checked again.
      assert.equal(plainReason(formatted), undefined);
    }
  });
});

describe("comparableJson", () => {
  it("writes numbers as JavaScript does, but for those that it would change", () => {
    const text = '{"b": 1.0, "a": [9007199254740993, 1E2]}';
    assert.equal(comparableJson(text), '{\n  "b": 1,\n  "a": [\n    9007199254740993,\n    100\n  ]\n}\n');
  });

  it("leaves out values that JSON does not allow", () => {
    assert.equal(comparableJson('{"a": NaN, "b": "x\ny", "c": 1}'), '{\n  "c": 1\n}\n');
  });
});

describe("prettyJson", () => {
  it("keeps numbers, order and duplicate members as received", () => {
    const text = '{"b": 1.0, "a": 12345678901234567890, "e": 1E-7, "a": null, "ü": "\\u00fc"}';
    assert.equal(
      prettyJson(text),
      '{\n  "b": 1.0,\n  "a": 12345678901234567890,\n  "e": 1E-7,\n  "a": null,\n  "ü": "\\u00fc"\n}\n',
    );
  });

  it("changes only blanks outside strings, keeps every digit, and leaves its own result unchanged", () => {
    fc.assert(
      fc.property(jsonText, (text) => {
        const formatted = prettyJson(text);
        assert.equal(plainReason(text), undefined);
        assert.equal(withoutBlanks(formatted), withoutBlanks(text));
        assert.equal(JSON.stringify(JSON.parse(formatted)), JSON.stringify(JSON.parse(text)));
        assert.equal(prettyJson(formatted), formatted);
      }),
    );
  });

  it("returns any text that is not JSON as it is", () => {
    const nearly = fc
      .tuple(
        jsonText,
        fc.nat(),
        fc.constantFrom("{", "}", ",", '"', "\\", "\n", "\0", "1", "NaN", "//", "\u2028", ""),
      )
      .map(([text, at, put]) => text.slice(0, at % text.length) + put + text.slice((at % text.length) + 1));
    fc.assert(
      fc.property(fc.oneof(nearly, anyText), (text) => {
        const formatted = prettyJson(text);
        if (plainReason(text) === undefined) assert.equal(withoutBlanks(formatted), withoutBlanks(text));
        else assert.equal(formatted, text);
        assert.equal(plainReason(formatted), plainReason(text));
      }),
    );
  });
});

const blank = fc.constantFrom("", "", " ", "\n", "\t", "\r\n", "  ");

/** JSON in spellings that `JSON.stringify` does not have: odd numbers, blanks anywhere, escapes, names twice. */
const jsonText: fc.Arbitrary<string> = fc.letrec<Record<"value" | "string" | "list" | "object", string>>(
  (tie) => ({
    value: fc
      .tuple(
        blank,
        fc.oneof(
          { depthSize: "small" },
          fc.constantFrom(
            "true",
            "false",
            "null",
            "{}",
            "[ ]",
            "-0",
            "0.10",
            "1E+2",
            "1e400",
            "12345678901234567890",
            "-0.0e-0",
          ),
          fc.stringMatching(/^-?(?:0|[1-9]\d{0,25})(?:\.\d{1,25})?(?:[eE][+-]?\d{1,4})?$/),
          tie("string"),
          tie("list"),
          tie("object"),
        ),
        blank,
      )
      .map((parts) => parts.join("")),
    string: fc
      .array(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 3 }).map((text) => JSON.stringify(text).slice(1, -1)),
          fc.constantFrom(
            "\\/",
            "\\u0000",
            "\\ud800",
            '\\"',
            "\\\\",
            "{",
            "]",
            ",",
            ": ",
            "//",
            "\u2028",
            "\u0085",
            "\u007f",
          ),
        ),
        { maxLength: 5 },
      )
      .map((parts) => `"${parts.join("")}"`),
    list: fc.array(tie("value"), { maxLength: 4 }).map((values) => `[${values.join(",")}]`),
    object: fc
      .array(
        fc
          .tuple(blank, fc.oneof(tie("string"), fc.constant('"a"')), blank, tie("value"))
          .map(([before, name, after, value]) => `${before}${name}${after}:${value}`),
        { maxLength: 4 },
      )
      .map((members) => `{${members.join(",")}}`),
  }),
).value;

/** @returns JSON without the blanks between its values */
function withoutBlanks(text: string): string {
  let inString = false;
  let rest = "";
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (inString || !" \n\r\t".includes(character)) rest += character;
    if (inString && character === "\\") rest += text.charAt(++at);
    else if (character === '"') inString = !inString;
  }
  return rest;
}
