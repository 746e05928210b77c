import assert from "node:assert/strict";
import fc from "fast-check";
import {
  MOST_LAID_OUT_ESCAPES,
  MOST_LAID_OUT_LENGTH,
  MOST_LAID_OUT_VALUES,
} from "../../../../src/base/limits";
import { plainReason } from "../../../../src/views/json/plainReason";
import { analysisText, comparableJson, documentText, prettyJson } from "../../../../src/views/json/rawJson";

/** A list that stands that deep in itself, around a text. */
const nested = (depth: number, inner = ""): string => "[".repeat(depth) + inner + "]".repeat(depth);

describe("JSON that must not be laid out", () => {
  const ones = (count: number): string => Array(count).fill("1").join();

  /** Every other one a backslash, which is two. */
  const escapes = (count: number): string => `["${'\\\\\\"'.repeat(count).slice(0, 2 * count)}"]`;

  it("is shown as it came, with a sentence that says why", () => {
    for (const [text, reason] of [
      [nested(5000), "Shown as received: this JSON is nested more than 100 levels deep."],
      [`[${ones(MOST_LAID_OUT_VALUES)}]`, "Shown as received: this JSON has more than 180,000 values."],
      [nested(99, ones(90_000)), "Shown as received: laid out, this JSON would have 18 MB."],
      [`"${"x".repeat(MOST_LAID_OUT_LENGTH)}"`, "Shown as received: this JSON has 8 MB."],
      [`[${" ".repeat(MOST_LAID_OUT_LENGTH)}]`, "Shown as received: this JSON has 8 MB."],
      [escapes(MOST_LAID_OUT_ESCAPES + 1), "Shown as received: this JSON has more than 500,000 escapes."],
    ] as const) {
      assert.equal(plainReason(text), reason);
      assert.equal(prettyJson(text), text);
      assert.equal(comparableJson(text), text);
    }
  });

  it("is all that is beyond the limits, and that alone", () => {
    for (const text of [
      nested(100),
      `[${ones(MOST_LAID_OUT_VALUES - 1)}]`,
      nested(99, ones(36_000)),
      escapes(MOST_LAID_OUT_ESCAPES),
    ]) {
      const laidOut = prettyJson(text);
      assert.ok(laidOut.length > text.length && laidOut.length <= MOST_LAID_OUT_LENGTH + 1);
      assert.equal(comparableJson(text), laidOut);
      // As what stands in a document, it is judged again.
      assert.equal(plainReason(laidOut), undefined);
    }
  });

  it("does not keep from showing an analysis that stands beside it, or holds it", () => {
    const text = `{"meta_data": ${nested(5000)}, "analyses": [{"x": ${nested(9000)}, "analysis_id": "a"}, {"analysis_id": "b"}]}`;
    assert.equal(documentText(text, "a"), `{"x": ${nested(9000)}, "analysis_id": "a"}`);
    assert.equal(documentText(text, "b"), '{\n  "analysis_id": "b"\n}\n');
  });
});

describe("prettyJson", () => {
  it("keeps numbers, order and doubled members as the server wrote them", () => {
    const text = '{"b": 1.0, "a": 12345678901234567890, "e": 1E-7, "a": null, "ü": "\\u00fc"}';
    assert.equal(
      prettyJson(text),
      '{\n  "b": 1.0,\n  "a": 12345678901234567890,\n  "e": 1E-7,\n  "a": null,\n  "ü": "\\u00fc"\n}\n',
    );
  });

  it("changes nothing but blanks outside of strings", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        assert.equal(JSON.stringify(JSON.parse(prettyJson(JSON.stringify(value)))), JSON.stringify(value));
      }),
    );
  });
});

describe("analysisText", () => {
  const text =
    '{"analyses": [{"analyse_id": "a", "n": 1.0}, {"analysis_id":"b"}, 7, null], "analysis_id": "c"}';

  it("finds an analysis under either name of its id, just as it stands there", () => {
    assert.equal(analysisText(text, "a"), '{"analyse_id": "a", "n": 1.0}');
    assert.equal(analysisText(text, "b"), '{"analysis_id":"b"}');
  });

  it("finds it whichever characters of names and ids are escaped, and whatever texts look like", () => {
    const escaped = String.raw`{"\"analyses\"": [], "x": "\\", "\u0061nalyses": [{"a": "]}\",", "analys\u0065_id": "\u0061"}]}`;
    assert.equal(analysisText(escaped, "a"), escaped.slice(escaped.indexOf('{"a"'), -2));
  });

  it("finds the first of each wherever it stands among others, in any reply", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 5 }), fc.jsonValue(), (others, more) => {
        const wanted = { more, analysis_id: "b", nested: { analysis_id: "wrong" } };
        const folder = {
          a: more,
          "analyses ": [{ analysis_id: "b" }],
          analyses: [...others, wanted],
          z: more,
        };
        for (const blanks of [0, 2]) {
          const found = analysisText(JSON.stringify(folder, null, blanks), "b") ?? "";
          assert.equal(JSON.stringify(JSON.parse(found)), JSON.stringify(wanted));
        }
      }),
    );
  });

  it("finds nothing where there is nothing", () => {
    for (const [json, id] of [
      [text, "c"],
      [text, "d"],
      ['{"analyses": 7}', "a"],
      ["[]", "a"],
      ["", "a"],
    ] as const) {
      assert.equal(analysisText(json, id), undefined);
    }
  });
});
