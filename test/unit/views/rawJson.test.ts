import assert from "node:assert/strict";
import fc from "fast-check";
import { analysisText, prettyJson } from "../../../src/views/json/rawJson";

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
