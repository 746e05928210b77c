import assert from "node:assert/strict";
import { analysisTypeLabel } from "../../../src/status/analysisType";
import type { AnalysisResolution } from "../../../src/status/resolution";
import { resolveFolder } from "../../../src/status/resolveFolder";
import { finished, folder } from "./folderJson";

function resolve(more: object): AnalysisResolution {
  return resolveFolder(folder([finished("SUCCESS", more)])).groups[0]!.analyses[0]!;
}

describe("resolving an analysis: ID, group, type, times", () => {
  it("reads the ID under either name, preferring the newer", () => {
    assert.equal(resolve({ analysis_id: "new", analyse_id: "old" }).id, "new");
    assert.equal(resolve({ analysis_id: null, analyse_id: "old" }).id, "old");
    assert.equal(resolve({ analysis_id: false, analyse_id: "" }).id, undefined);
  });

  it("reads the group under any of three names, preferring the newest", () => {
    const names = { analysis_group_id: "newest", analyse_group_id: "other", group_id: "old" };
    assert.equal(resolve(names).groupId, "newest");
    assert.equal(resolve({ ...names, analysis_group_id: "" }).groupId, "other");
    assert.equal(resolve({ ...names, analysis_group_id: [], analyse_group_id: null }).groupId, "old");
  });

  it("reads numbers as IDs, as some servers send them", () => {
    assert.equal(resolve({ analysis_id: 7 }).id, "7");
    assert.equal(resolve({ analysis_id: null, analyse_id: 0 }).id, "0");
    assert.equal(resolve({ analysis_group_id: 1, group_id: "old" }).groupId, "1");
    const { groups, deciding } = resolveFolder(
      folder([
        finished("SUCCESS", { analysis_id: 1, group_id: 5 }),
        finished("DECLINED", { analysis_id: 2, group_id: 5 }),
      ]),
    );
    assert.deepEqual(
      groups.map(({ id, inferred }) => [id, inferred]),
      [["5", false]],
    );
    assert.deepEqual(deciding, { groupId: "5", analysisIds: ["2"] });
  });

  it("reads the type in upper case, known or not", () => {
    assert.equal(resolve({ type: "quality" }).type, "QUALITY");
    assert.equal(resolve({ type: "QUALITY" }).type, "QUALITY");
    assert.equal(resolve({ type: "voice" }).type, "VOICE");
    for (const type of ["", null, 7]) assert.equal(resolve({ type }).type, undefined);
  });

  it("reads both times", () => {
    const { createdAt, updatedAt } = resolve({ time_created: 1, time_updated: 2 });
    assert.deepEqual([createdAt, updatedAt], [1000, 2000]);
  });

  // type, label
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
    it(`labels type ${String(type)} "${label}"`, () => assert.equal(analysisTypeLabel(type), label));
  }
});

describe("resolving an analysis: scores", () => {
  const quality = { type: "QUALITY" };
  const media = (...values: unknown[]): object => ({
    results_media: values.map((value) => ({ results_data: { confidence_spoofing: value } })),
  });
  // analysis, then name, value and threshold of each score
  const cases: [string, object, [string, number, number | undefined][]][] = [
    [
      "liveness: one for each medium, the highest first, with the threshold from confs",
      { ...quality, ...media(0.1, 0.3, 0.2), confs: { threshold_spoofing: 0.5 } },
      [
        ["confidence_spoofing", 0.3, 0.5],
        ["confidence_spoofing", 0.2, 0.5],
        ["confidence_spoofing", 0.1, 0.5],
      ],
    ],
    [
      "liveness: not the analysis's own value if a medium has one",
      { ...quality, results_data: { confidence_spoofing: 0.9 }, ...media(0.1, 0.3) },
      [
        ["confidence_spoofing", 0.3, undefined],
        ["confidence_spoofing", 0.1, undefined],
      ],
    ],
    [
      "liveness: the analysis's own value if no medium has one",
      { ...quality, results_data: { confidence_spoofing: 0.9 }, ...media("none") },
      [["confidence_spoofing", 0.9, undefined]],
    ],
    [
      "liveness under its other type name",
      { type: "LIVENESS", ...media(0.3), confs: { threshold_spoofing: 0.5 } },
      [["confidence_spoofing", 0.3, 0.5]],
    ],
    [
      "face match: the analysis's own value among those of its media",
      {
        type: "BIOMETRY",
        results_data: { min_confidence: 0.4 },
        results_media: [0.9, 0.3].map((min_confidence) => ({ results_data: { min_confidence } })),
      },
      [
        ["min_confidence", 0.3, undefined],
        ["min_confidence", 0.4, undefined],
        ["min_confidence", 0.9, undefined],
      ],
    ],
    [
      "face match: the least similar pair first",
      {
        type: "BIOMETRY",
        results_media: [0.9, 0.4, 0.7].map((min_confidence) => ({ results_data: { min_confidence } })),
      },
      [
        ["min_confidence", 0.4, undefined],
        ["min_confidence", 0.7, undefined],
        ["min_confidence", 0.9, undefined],
      ],
    ],
    [
      "collection: the best match first",
      {
        type: "COLLECTION",
        results_media: [0.4, 0.9].map((confidence) => ({ results_data: { confidence } })),
      },
      [
        ["confidence", 0.9, undefined],
        ["confidence", 0.4, undefined],
      ],
    ],
    [
      "collection: not the analysis's own value if a medium has one",
      {
        type: "COLLECTION",
        results_data: { confidence: 0.9 },
        results_media: [{ results_data: { confidence: 0.4 } }],
      },
      [["confidence", 0.4, undefined]],
    ],
    [
      "collection under its other type name",
      { type: "BLACKLIST", results_data: { confidence: 0.9 }, confs: { decision_threshold: 0.8 } },
      [["confidence", 0.9, 0.8]],
    ],
    [
      "face match: the lowest score, with threshold_max before threshold_min",
      {
        type: "BIOMETRY",
        results_data: { min_confidence: 0.41, max_confidence: 0.9 },
        confs: { threshold_min: 0.5, threshold_max: 0.85 },
      },
      [["min_confidence", 0.41, 0.85]],
    ],
    [
      "no threshold if there is no threshold_max",
      { type: "BIOMETRY", results_data: { min_confidence: 0 }, confs: { threshold_min: 0.5 } },
      [["min_confidence", 0, undefined]],
    ],
    [
      "the threshold from confs first",
      {
        type: "COLLECTION",
        results_data: { confidence: 0.9, threshold_max: 3 },
        params: { decision_threshold: 2 },
        confs: { threshold_max: 1 },
      },
      [["confidence", 0.9, 1]],
    ],
    [
      "the threshold from params next",
      {
        type: "COLLECTION",
        results_data: { confidence: 0.9, threshold_max: 3 },
        params: { threshold_max: 2 },
      },
      [["confidence", 0.9, 2]],
    ],
    [
      "the threshold from results_data last",
      { type: "COLLECTION", results_data: { confidence: 0.9, threshold_max: 3 }, confs: [], params: "x" },
      [["confidence", 0.9, 3]],
    ],
    [
      "the first name of the threshold, wherever it stands",
      {
        type: "COLLECTION",
        results_data: { confidence: 0.9, threshold_max: 3 },
        params: { decision_threshold: 2 },
        confs: { decision_threshold: 1 },
      },
      [["confidence", 0.9, 3]],
    ],
    [
      "threshold_max from params before threshold_min from confs",
      {
        type: "BIOMETRY",
        results_data: { min_confidence: 0.8 },
        params: { threshold_max: 0.85 },
        confs: { threshold_min: 0.5 },
      },
      [["min_confidence", 0.8, 0.85]],
    ],
    ["ignores a text", { ...quality, results_data: { confidence_spoofing: "0.3" }, ...media("0.1") }, []],
    ["ignores Infinity and NaN", { ...quality, ...media(Infinity, Number.NaN) }, []],
    ["ignores media that are not objects", { ...quality, results_media: [null, 7, "x", [], {}] }, []],
    ["ignores media that are not a list", { ...quality, results_media: { length: 2 } }, []],
    ["documents: none", { type: "DOCUMENTS", results_data: { confidence: 1 } }, []],
    ["no type: none", { type: null, results_data: { confidence: 1 } }, []],
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

describe("resolving an analysis: thresholds and files of scores", () => {
  const lower = (confs: object): unknown =>
    resolve({ type: "BIOMETRY", results_data: { min_confidence: 0.8 }, confs }).scores[0]?.lowerThreshold;

  it("has a lower threshold only below the upper one", () => {
    assert.equal(lower({ threshold_min: 0.75, threshold_max: 0.85 }), 0.75);
    assert.equal(lower({ threshold_min: 0.85, threshold_max: 0.85 }), undefined);
    assert.equal(lower({ threshold_min: 0.75 }), 0.75);
    assert.equal(lower({ threshold_max: 0.85 }), undefined);
  });

  it("names the files of a medium's score, and none of the analysis's own", () => {
    const { scores } = resolve({
      type: "BIOMETRY",
      results_data: { min_confidence: 0.1 },
      results_media: [{ media_id: "m", source_video_id: "v", results_data: { min_confidence: 0.5 } }],
    });
    assert.deepEqual(
      scores.map(({ mediaIds }) => mediaIds),
      [[], ["m", "v"]],
    );
  });

  it("puts equal scores in the order of their files", () => {
    const media = ["b", "a"].map((media_id) => ({ media_id, results_data: { confidence_spoofing: 0.5 } }));
    const { scores } = resolve({ type: "QUALITY", results_media: media });
    assert.deepEqual(
      scores.map(({ mediaIds }) => mediaIds),
      [["a"], ["b"]],
    );
  });
});

describe("resolving an analysis: error", () => {
  // error_code, error_message, error
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
    it(`reads ${JSON.stringify(error_code)} and ${JSON.stringify(error_message)}`, () =>
      assert.deepEqual(resolve({ error_code, error_message }).error, expected));
  }
});
