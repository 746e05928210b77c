import assert from "node:assert/strict";
import fc from "fast-check";
import { extractAnalysis, documentText } from "../../../../src/views/json/documentText";

const nested = (depth: number): string => "[".repeat(depth) + "]".repeat(depth);

describe("documentText", () => {
  it("formats an analysis in a folder that must not be formatted, unless the analysis itself must not be", () => {
    const text = `{"meta_data": ${nested(5000)}, "analyses": [{"x": ${nested(9000)}, "analysis_id": "a"}, {"analysis_id": "b"}]}`;
    assert.equal(documentText(text, "a"), `{"x": ${nested(9000)}, "analysis_id": "a"}`);
    assert.equal(documentText(text, "b"), '{\n  "analysis_id": "b"\n}\n');
  });
});

describe("the document of an invalid reply", () => {
  const bad = '{"analysis_id": "a", "score": NaN, "n\nx": "y\nz"}';
  const text = `{"x\ty": "\n", "analyses": [{"analysis_id": "\n"}, ${bad}, {"analysis_id": "b"}]}`;

  it("is the text as it came", () => {
    assert.equal(documentText(text, undefined), text);
    assert.equal(documentText(text, "a"), bad);
  });

  it("is formatted for an analysis that is valid", () => {
    assert.equal(documentText(text, "b"), '{\n  "analysis_id": "b"\n}\n');
  });
});

describe("analysisJson", () => {
  const text =
    '{"analyses": [{"analyse_id": "a", "n": 1.0}, {"analysis_id":"b"}, 7, null], "analysis_id": "c"}';

  it("finds an analysis by either name of its ID, exactly as in the text", () => {
    assert.equal(extractAnalysis(text, "a"), '{"analyse_id": "a", "n": 1.0}');
    assert.equal(extractAnalysis(text, "b"), '{"analysis_id":"b"}');
  });

  it("finds it by an ID that is a number", () => {
    const numbers =
      '{"analyses": [{"analysis_id": 9007199254740993, "n": 1}, {"analysis_id": 9007199254740992, "n": 2}, {"n": 7}]}';
    for (const n of [1, 2]) {
      const id = String(9007199254740994n - BigInt(n));
      assert.equal(extractAnalysis(numbers, id), `{"analysis_id": ${id}, "n": ${n}}`);
    }
    assert.equal(extractAnalysis(numbers, "7"), undefined);
  });

  it("finds it if names and IDs are escaped, and whatever strings contain", () => {
    const escaped = String.raw`{"\"analyses\"": [], "x": "\\", "\u0061nalyses": [{"a": "]}\",", "analys\u0065_id": "\u0061"}]}`;
    assert.equal(extractAnalysis(escaped, "a"), escaped.slice(escaped.indexOf('{"a"'), -2));
  });

  it("finds it among any other values, in any reply", () => {
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
          const found = extractAnalysis(JSON.stringify(folder, null, blanks), "b") ?? "";
          assert.equal(JSON.stringify(JSON.parse(found)), JSON.stringify(wanted));
        }
      }),
    );
  });

  it("finds nothing if there is no such analysis", () => {
    for (const [json, id] of [
      [text, "c"],
      [text, "d"],
      ['{"analyses": 7}', "a"],
      ["[]", "a"],
      ["", "a"],
    ] as const) {
      assert.equal(extractAnalysis(json, id), undefined);
    }
  });
});
