import assert from "node:assert/strict";
import { FINDING_CODES, type Finding } from "../../../src/status/finding";
import { resolveFolder } from "../../../src/status/resolveFolder";
import { analysis, finished, folder, group } from "./folderJson";

const a = { analysis_id: "a" };
const b = { analysis_id: "b" };
const server = (status: unknown, result: unknown): object => ({
  resolution_status: status,
  system_resolution: result,
});

/** @returns each finding as its code, message and analysis IDs */
function found(json: object): [string, string, string][] {
  return resolveFolder(json).findings.map(({ code, message, analysisIds }) => [
    code,
    message,
    analysisIds.join(" "),
  ]);
}

describe("findings of a folder", () => {
  const cases: [string, object, [string, string, string][]][] = [
    [
      "server and analyses agree",
      folder(
        group("g", 100, finished("SUCCESS", a), finished("DECLINED", b)),
        server("FINISHED", "DECLINED"),
      ),
      [],
    ],
    [
      "an older server gives the result in resolution_status",
      folder(group("g", 100, finished("DECLINED", a)), server("DECLINED", null)),
      [],
    ],
    ["an older server, without analyses in the reply", { resolution_status: "DECLINED" }, []],
    [
      "the server gives no result",
      folder(group("g", 100, finished("DECLINED", a)), server("FINISHED", "")),
      [],
    ],
    [
      "the result differs: names the analyses that decide",
      folder(group("g", 100, finished("SUCCESS", a), finished("DECLINED", b)), server("FINISHED", "SUCCESS")),
      [["resultDiffers", "The server says Success, but its analyses give Declined.", "b"]],
    ],
    [
      "the result of an older server differs",
      folder(group("g", 100, finished("DECLINED", a)), server("SUCCESS", null)),
      [["resultDiffers", "The server says Success, but its analyses give Declined.", "a"]],
    ],
    [
      "the server is done while an analysis runs: names the running one",
      folder(
        group("g", 100, finished("SUCCESS", a), analysis("PROCESSING", "PROCESSING", b)),
        server("FINISHED", "SUCCESS"),
      ),
      [
        ["resultDiffers", "The server says Success, but its analyses give Processing.", "b"],
        ["statusDiffers", "The server's status is Finished, but its analyses give Processing.", "b"],
      ],
    ],
    [
      "the server still processes, but all analyses are done: names all",
      folder(
        group("g", 100, finished("SUCCESS", a), finished("SUCCESS", b)),
        server("PROCESSING", "SUCCESS"),
      ),
      [["statusDiffers", "The server's status is Processing, but its analyses give Finished.", "a b"]],
    ],
    [
      "the server does not report a failure: names the failed analysis",
      folder(
        group("g", 100, finished("SUCCESS", a), analysis("FAILED", "FAILED", b)),
        server("FINISHED", "FAILED"),
      ),
      [
        ["statusDiffers", "The server's status is Finished, but its analyses give Failed.", "b"],
        ["analysisFailed", "Face match failed.", "b"],
      ],
    ],
    [
      "the server gives a result to a folder without analyses",
      folder([], server("FINISHED", "SUCCESS")),
      [
        ["resultDiffers", "The server says Success, but the folder has no analyses.", ""],
        ["statusDiffers", "The server's status is Finished, but the folder has no analyses.", ""],
        ["noAnalyses", "The folder has no analyses.", ""],
      ],
    ],
    [
      "analyses without a result contradict nothing",
      folder(group("g", 100, finished(null, a)), server("FINISHED", "SUCCESS")),
      [["finishedWithoutResult", "The analysis finished without a result.", "a"]],
    ],
    [
      "no analyses",
      folder([], server("INITIAL", "INITIAL")),
      [["noAnalyses", "The folder has no analyses.", ""]],
    ],
    [
      "an unknown status of the server contradicts nothing",
      folder(group("g", 100, finished("SUCCESS", a)), server("ARCHIVED", "MANUAL_CHECK")),
      [
        [
          "unknownWord",
          'The folder resolution_status is "ARCHIVED", which the Oz API documentation does not define.',
          "",
        ],
        [
          "unknownWord",
          'The folder system_resolution is "MANUAL_CHECK", which the Oz API documentation does not define.',
          "",
        ],
      ],
    ],
    [
      "an unknown state of an analysis contradicts nothing",
      folder(group("g", 100, analysis("QUEUED", null, a)), server("FINISHED", "SUCCESS")),
      [
        [
          "unknownWord",
          'The analysis state is "QUEUED", which the Oz API documentation does not define.',
          "a",
        ],
      ],
    ],
    [
      "a result in resolution_status beside a system_resolution",
      server("SUCCESS", "DECLINED"),
      [
        [
          "valueOutOfPlace",
          "The folder resolution_status is SUCCESS, which the Oz API documentation does not allow there.",
          "",
        ],
      ],
    ],
    [
      "groups are inferred for two of three analyses",
      folder([...group("g", 100, finished("SUCCESS")), finished("SUCCESS", b), finished("SUCCESS", a)]),
      [
        [
          "groupsInferred",
          "The server names no group for 2 analyses; they were grouped by creation time.",
          "a b",
        ],
      ],
    ],
    [
      "a group is inferred for one analysis",
      folder([finished("SUCCESS", a)]),
      [["groupsInferred", "The server names no group for 1 analysis; it was grouped by creation time.", "a"]],
    ],
  ];
  for (const [name, json, expected] of cases) {
    it(name, () => assert.deepEqual(found(json), expected));
  }

  it("compares nothing if a status is missing", () => {
    assert.deepEqual(found(folder(group("g", 100, finished("SUCCESS", a)))), []);
    assert.deepEqual(found({}), []);
    assert.deepEqual(found(server("PROCESSING", "SUCCESS")), []);
  });
});

describe("findings of an analysis", () => {
  const cases: [string, object, [string, string, string][]][] = [
    ["running", analysis("PROCESSING"), []],
    ["running without a result", analysis("PROCESSING", null), []],
    ["a result without a state", analysis(null, "DECLINED"), []],
    ["result under both names", finished("SUCCESS", { resolution: "SUCCESS" }), []],
    ["result under both names in upper and lower case", finished("SUCCESS", { resolution: "success" }), []],
    ["only resolution", finished(null, { resolution: "SUCCESS" }), []],
    ["face match says operator required", finished("OPERATOR_REQUIRED"), []],
    [
      "liveness says operator required",
      finished("OPERATOR_REQUIRED", { type: "QUALITY" }),
      [
        [
          "livenessOperatorRequired",
          "Liveness requires an operator, which the Oz API documentation rules out.",
          "a",
        ],
      ],
    ],
    ["liveness is declined", finished("DECLINED", { type: "QUALITY" }), []],
    [
      "liveness says so before it is finished",
      analysis("PROCESSING", "OPERATOR_REQUIRED", { type: "quality" }),
      [
        [
          "valueOutOfPlace",
          "The analysis resolution_status is OPERATOR_REQUIRED while the state is PROCESSING.",
          "a",
        ],
      ],
    ],
    [
      "finished without a result",
      finished(null),
      [["finishedWithoutResult", "The analysis finished without a result.", "a"]],
    ],
    [
      "an empty result",
      finished("", { resolution: null }),
      [["finishedWithoutResult", "The analysis finished without a result.", "a"]],
    ],
    [
      "running with a result",
      analysis("PROCESSING", "SUCCESS"),
      [["valueOutOfPlace", "The analysis resolution_status is SUCCESS while the state is PROCESSING.", "a"]],
    ],
    [
      "failed with a result",
      analysis("FAILED", "DECLINED"),
      [
        ["analysisFailed", "Face match failed.", "a"],
        ["valueOutOfPlace", "The analysis resolution_status is DECLINED while the state is FAILED.", "a"],
      ],
    ],
    [
      "finished with the result PROCESSING",
      finished("PROCESSING"),
      [["valueOutOfPlace", "The analysis resolution_status is PROCESSING while the state is FINISHED.", "a"]],
    ],
    [
      "finished with the result FAILED",
      finished(null, { resolution: "FAILED" }),
      [["valueOutOfPlace", "The analysis resolution is FAILED while the state is FINISHED.", "a"]],
    ],
    [
      "resolution contradicts resolution_status",
      finished("SUCCESS", { resolution: "DECLINED" }),
      [
        [
          "valueOutOfPlace",
          "The analysis resolution_status is SUCCESS, but its resolution is DECLINED.",
          "a",
        ],
      ],
    ],
    [
      "of two results, reports only the one that contradicts the state",
      finished("PROCESSING", { resolution: "SUCCESS" }),
      [["valueOutOfPlace", "The analysis resolution_status is PROCESSING while the state is FINISHED.", "a"]],
    ],
    [
      "of two results, reports only the one that is not allowed: resolution",
      finished("SUCCESS", { resolution: "FINISHED" }),
      [
        [
          "valueOutOfPlace",
          "The analysis resolution is FINISHED, which the Oz API documentation does not allow there.",
          "a",
        ],
      ],
    ],
    [
      "of two results, reports only the one that is not allowed: resolution_status",
      finished("FINISHED", { resolution: "SUCCESS" }),
      [
        [
          "valueOutOfPlace",
          "The analysis resolution_status is FINISHED, which the Oz API documentation does not allow there.",
          "a",
        ],
      ],
    ],
    [
      "reports the same wrong status under both names once",
      finished("INITIAL", { resolution: "INITIAL" }),
      [
        [
          "valueOutOfPlace",
          "The analysis resolution_status is INITIAL, which the Oz API documentation does not allow there.",
          "a",
        ],
      ],
    ],
    [
      "unknown statuses under both names",
      finished("ODD", { resolution: 7 }),
      [
        [
          "unknownWord",
          'The analysis resolution is "7", which the Oz API documentation does not define.',
          "a",
        ],
        [
          "unknownWord",
          'The analysis resolution_status is "ODD", which the Oz API documentation does not define.',
          "a",
        ],
      ],
    ],
    [
      "failed with code and message",
      analysis("FAILED", "FAILED", { error_code: 11, error_message: "Face not found" }),
      [["analysisFailed", "Face match failed with error 11: Face not found", "a"]],
    ],
    [
      "failed with a text as code, without a message",
      analysis("FAILED", "FAILED", { type: null, error_code: "E7", error_message: null }),
      [["analysisFailed", "Analysis failed with error E7.", "a"]],
    ],
    [
      "failed with a message, without a code",
      analysis("FAILED", "FAILED", { type: "voice", error_code: null, error_message: "No\nface" }),
      [["analysisFailed", "VOICE failed: No face", "a"]],
    ],
    [
      "failed by its result, without a state",
      analysis(null, "FAILED"),
      [["analysisFailed", "Face match failed.", "a"]],
    ],
  ];
  for (const [name, json, expected] of cases) {
    it(name, () => assert.deepEqual(found(folder([{ ...json, ...a, group_id: "g" }])), expected));
  }
});

describe("list of findings", () => {
  it("merges equal findings about several analyses, with their IDs in order", () => {
    const json = folder(
      group("g", 100, finished(null, b), finished(null, a), finished(null, { analysis_id: null })),
    );
    assert.deepEqual(found(json), [
      ["finishedWithoutResult", "The analysis finished without a result.", "a b"],
    ]);
  });

  it("names an analysis once even if the reply has it twice", () => {
    assert.deepEqual(found(folder(group("g", 100, finished(null, a), finished(null, a))))[0]?.[2], "a");
  });

  it("has one finding for each failed analysis, even with the same message", () => {
    const failed = (id: object): object => analysis("FAILED", "FAILED", id);
    assert.deepEqual(found(folder(group("g", 100, failed(b), failed(a)))), [
      ["analysisFailed", "Face match failed.", "a"],
      ["analysisFailed", "Face match failed.", "b"],
    ]);
  });

  it("is ordered by code", () => {
    const analyses = [analysis("ODD", "SUCCESS"), analysis("FAILED", "FAILED"), finished(null)];
    const codes = resolveFolder(folder(analyses, server("INITIAL", "FINISHED"))).findings.map(
      ({ code }) => code,
    );
    assert.deepEqual(
      codes,
      Object.keys(FINDING_CODES).filter((code) => codes.includes(code as Finding["code"])),
    );
    assert.ok(codes.length >= 6, String(codes));
  });

  it("is ordered by message within a code", () => {
    const odd = ["B", "C", "A"].map((state) => analysis(state, null, { group_id: "g" }));
    assert.deepEqual(
      found(folder(odd)).map(([, message]) => message.slice(0, 23)),
      ['The analysis state is "A', 'The analysis state is "B', 'The analysis state is "C'].map((text) =>
        text.slice(0, 23),
      ),
    );
  });

  it("gives each finding the severity of its code", () => {
    const json = folder(
      [analysis("ODD", null), analysis("FAILED"), finished(null)],
      server("INITIAL", "SUCCESS"),
    );
    for (const { code, severity } of resolveFolder(json).findings) {
      assert.equal(severity, FINDING_CODES[code].severity);
    }
  });

  it("truncates quotes from the server, and keeps them on one line", () => {
    const long = "x\n".repeat(100_000);
    const more = { type: long, error_code: long, error_message: long, group_id: "g" };
    for (const { message } of resolveFolder(folder([analysis("FAILED", long, more)], server(long, long)))
      .findings) {
      assert.ok(message.length < 250, String(message.length));
      assert.doesNotMatch(message, /\n/);
    }
  });

  it("reports a status that cannot be converted to JSON", () => {
    let deep: unknown = [];
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    assert.deepEqual(found(server("FINISHED", deep)), [
      [
        "unknownWord",
        'The folder system_resolution is "object", which the Oz API documentation does not define.',
        "",
      ],
    ]);
  });

  it("gives every code a severity and a description", () => {
    assert.deepEqual(
      Object.entries(FINDING_CODES).map(([code, { severity }]) => `${code} ${severity}`),
      [
        "resultDiffers error",
        "statusDiffers warning",
        "analysisFailed error",
        "livenessOperatorRequired warning",
        "finishedWithoutResult warning",
        "unknownWord warning",
        "valueOutOfPlace warning",
        "processingTooLong warning",
        "replyCut warning",
        "noAnalyses info",
        "groupsInferred info",
      ],
    );
    for (const { description } of Object.values(FINDING_CODES)) assert.match(description, /^[A-Z].*\.$/);
  });
});
