import assert from "node:assert/strict";
import { member, textMember, timeMember } from "../../../src/base/readJson";
import { analysisTypeLabel } from "../../../src/status/analysisType";
import type { AnalysisResolution } from "../../../src/status/resolution";
import { resolveFolder } from "../../../src/status/resolveFolder";
import { finished, folder } from "./build";

function resolve(more: object): AnalysisResolution {
  return resolveFolder(folder([finished("SUCCESS", more)])).groups[0]!.analyses[0]!;
}

describe("points in time", () => {
  // as a server writes it -> epoch milliseconds
  const times: [unknown, number | undefined][] = [
    [0, 0],
    [1.5, 1500],
    [1_700_000_000, 1_700_000_000_000],
    [1_700_000_000.25, 1_700_000_000_250],
    [99_999_999_999, 99_999_999_999_000],
    [100_000_000_000, 100_000_000_000],
    [1_700_000_000_000, 1_700_000_000_000],
    [99_999_999_999_999, 99_999_999_999_999],
    [100_000_000_000_000, 100_000_000_000],
    [1_700_000_000_000_000, 1_700_000_000_000],
    [-1_700_000_000, -1_700_000_000_000],
    [-1_700_000_000_000, -1_700_000_000_000],
    ["1700000000.5", 1_700_000_000_500],
    ["2023-11-14T22:13:20Z", 1_700_000_000_000],
    [8.64e18, 8.64e15],
    [8.65e18, undefined],
    ["yesterday", undefined],
    ["", undefined],
    [" ", undefined],
    [Infinity, undefined],
    [Number.NaN, undefined],
    [null, undefined],
    [true, undefined],
    [[1], undefined],
  ];
  for (const [raw, expected] of times) {
    it(`${JSON.stringify(raw)} is ${String(expected)}`, () =>
      assert.equal(timeMember({ time: raw }, "time"), expected));
  }

  it("are read of an analysis", () => {
    const { createdAt, updatedAt } = resolve({ time_created: 1, time_updated: 2 });
    assert.deepEqual([createdAt, updatedAt], [1000, 2000]);
  });
});

describe("members", () => {
  it("are the value's own, of an object", () => {
    assert.equal(member({ a: 1 }, "a"), 1);
    assert.equal(member({}, "toString"), undefined);
    for (const value of [null, undefined, "text", 7, ["x"]]) assert.equal(member(value, "length"), undefined);
  });

  it("are the first text that is not empty", () => {
    assert.equal(textMember({ a: 1, b: "", c: "c", d: "d" }, "a", "b", "missing", "c", "d"), "c");
    assert.equal(textMember({ a: null }, "a", "b"), undefined);
  });
});

describe("the id, group and type of an analysis", () => {
  it("has its id under either name, the newer one first", () => {
    assert.equal(resolve({ analysis_id: "new", analyse_id: "old" }).id, "new");
    assert.equal(resolve({ analysis_id: null, analyse_id: "old" }).id, "old");
    assert.equal(resolve({ analysis_id: 7, analyse_id: "" }).id, undefined);
  });

  it("has its group under any of three names, the newest first", () => {
    const names = { analysis_group_id: "newest", analyse_group_id: "other", group_id: "old" };
    assert.equal(resolve(names).groupId, "newest");
    assert.equal(resolve({ ...names, analysis_group_id: "" }).groupId, "other");
    assert.equal(resolve({ ...names, analysis_group_id: 1, analyse_group_id: null }).groupId, "old");
  });

  it("has its type in upper case, whichever it is", () => {
    assert.equal(resolve({ type: "quality" }).type, "QUALITY");
    assert.equal(resolve({ type: "QUALITY" }).type, "QUALITY");
    assert.equal(resolve({ type: "voice" }).type, "VOICE");
    for (const type of ["", null, 7]) assert.equal(resolve({ type }).type, undefined);
  });

  // type -> what it is called
  const labels: [string | undefined, string][] = [
    ["QUALITY", "Liveness"],
    ["LIVENESS", "Liveness"],
    ["BIOMETRY", "Face match"],
    ["DOCUMENTS", "Documents"],
    ["COLLECTION", "Collection"],
    ["BLACKLIST", "Collection"],
    ["VOICE", "VOICE"],
    [undefined, "Analysis"],
  ];
  for (const [type, label] of labels) {
    it(`${String(type)} is called ${label}`, () => assert.equal(analysisTypeLabel(type), label));
  }
});

describe("the scores of an analysis", () => {
  const quality = { type: "QUALITY" };
  const media = (...values: unknown[]): object => ({
    results_media: values.map((value) => ({ results_data: { confidence_spoofing: value } })),
  });
  // the analysis -> name, value and threshold of each score
  const cases: [string, object, [string, number, number | undefined][]][] = [
    [
      "liveness has one for each of its media, and its threshold in confs",
      { ...quality, ...media(0.1, 0.2), confs: { threshold_spoofing: 0.5 } },
      [
        ["confidence_spoofing", 0.1, 0.5],
        ["confidence_spoofing", 0.2, 0.5],
      ],
    ],
    [
      "its own stands before those of its media",
      { ...quality, results_data: { confidence_spoofing: 0.3 }, ...media(0.1, 0.2) },
      [
        ["confidence_spoofing", 0.3, undefined],
        ["confidence_spoofing", 0.1, undefined],
        ["confidence_spoofing", 0.2, undefined],
      ],
    ],
    [
      "face match has the lowest one, by threshold_max before threshold_min",
      {
        type: "BIOMETRY",
        results_data: { min_confidence: 0.41, max_confidence: 0.9 },
        confs: { threshold_min: 0.5, threshold_max: 0.85 },
      },
      [["min_confidence", 0.41, 0.85]],
    ],
    [
      "threshold_min where there is no other",
      { type: "BIOMETRY", results_data: { min_confidence: 0 }, confs: { threshold_min: 0.5 } },
      [["min_confidence", 0, 0.5]],
    ],
    [
      "confs before params before results_data",
      {
        type: "COLLECTION",
        results_data: { confidence: 0.9, threshold_max: 3 },
        params: { decision_threshold: 2 },
        confs: { threshold_max: 1 },
      },
      [["confidence", 0.9, 1]],
    ],
    [
      "params before results_data",
      {
        type: "COLLECTION",
        results_data: { confidence: 0.9, threshold_max: 3 },
        params: { decision_threshold: 2 },
      },
      [["confidence", 0.9, 2]],
    ],
    [
      "results_data where there is no other",
      { type: "COLLECTION", results_data: { confidence: 0.9, threshold_max: 3 }, confs: [], params: "x" },
      [["confidence", 0.9, 3]],
    ],
    ["a text is no score", { ...quality, results_data: { confidence_spoofing: "0.3" }, ...media("0.1") }, []],
    ["infinity is no score", { ...quality, ...media(Infinity, Number.NaN) }, []],
    ["media that are no objects", { ...quality, results_media: [null, 7, "x", [], {}] }, []],
    ["media that are no list", { ...quality, results_media: { length: 2 } }, []],
    ["documents have none", { type: "DOCUMENTS", results_data: { confidence: 1 } }, []],
    ["nor has what has no type", { type: null, results_data: { confidence: 1 } }, []],
  ];
  for (const [name, more, expected] of cases) {
    it(name, () =>
      assert.deepEqual(
        resolve(more).scores.map((score) => [score.name, score.value, score.threshold]),
        expected,
      ),
    );
  }
});

describe("the error of an analysis", () => {
  // error_code, error_message -> error
  const errors: [unknown, unknown, { code: string | undefined; message: string | undefined } | undefined][] =
    [
      [11, "Face not found", { code: "11", message: "Face not found" }],
      [0, null, { code: "0", message: undefined }],
      ["E7", "", { code: "E7", message: undefined }],
      [null, "text", { code: undefined, message: "text" }],
      [{ a: 1 }, 7, undefined],
      ["", null, undefined],
      [undefined, undefined, undefined],
    ];
  for (const [error_code, error_message, expected] of errors) {
    it(`${JSON.stringify(error_code)} and ${JSON.stringify(error_message)}`, () =>
      assert.deepEqual(resolve({ error_code, error_message }).error, expected));
  }
});
