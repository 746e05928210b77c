import assert from "node:assert/strict";
import fc from "fast-check";
import {
  MAX_FORMATTED_ESCAPES,
  MAX_FORMATTED_LENGTH,
  MAX_FORMATTED_VALUES,
} from "../../../../src/base/limits";
import { comparableJson, plainReason, prettyJson } from "../../../../src/views/json/prettyJson";

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

describe("prettyJson", () => {
  it("keeps numbers, order and duplicate members as received", () => {
    const text = '{"b": 1.0, "a": 12345678901234567890, "e": 1E-7, "a": null, "ü": "\\u00fc"}';
    assert.equal(
      prettyJson(text),
      '{\n  "b": 1.0,\n  "a": 12345678901234567890,\n  "e": 1E-7,\n  "a": null,\n  "ü": "\\u00fc"\n}\n',
    );
  });

  it("changes only blanks outside strings", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        assert.equal(JSON.stringify(JSON.parse(prettyJson(JSON.stringify(value)))), JSON.stringify(value));
      }),
    );
  });
});
