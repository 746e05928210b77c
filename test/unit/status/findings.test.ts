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
      [["resultDiffers", "The server's system_resolution is SUCCESS, but its analyses give Declined.", "b"]],
    ],
    [
      "the result of an older server differs",
      folder(group("g", 100, finished("DECLINED", a)), server("SUCCESS", null)),
      [["resultDiffers", "The server's resolution_status is SUCCESS, but its analyses give Declined.", "a"]],
    ],
    [
      "the server writes a result in its own words",
      folder(group("g", 100, finished("DECLINED", a)), server("Finished", " success")),
      [["resultDiffers", "The server's system_resolution is success, but its analyses give Declined.", "a"]],
    ],
    [
      "an older server's result says nothing about the status",
      folder(group("g", 100, analysis("FAILED", "FAILED", a)), server("SUCCESS", null)),
      [
        ["resultDiffers", "The server's resolution_status is SUCCESS, but its analyses give Failed.", "a"],
        ["analysisFailed", "Face match failed.", "a"],
      ],
    ],
    [
      "the server is done while an analysis runs: names the running one",
      folder(
        group("g", 100, finished("SUCCESS", a), analysis("PROCESSING", "PROCESSING", b)),
        server("FINISHED", "SUCCESS"),
      ),
      [
        [
          "resultDiffers",
          "The server's system_resolution is SUCCESS, but its analyses give Processing.",
          "b",
        ],
        [
          "statusDiffers",
          "The server's resolution_status is FINISHED, but its analyses give Processing.",
          "b",
        ],
      ],
    ],
    [
      "the server still processes, but all analyses are done: names all",
      folder(
        group("g", 100, finished("SUCCESS", a), finished("SUCCESS", b)),
        server("PROCESSING", "SUCCESS"),
      ),
      [
        [
          "statusDiffers",
          "The server's resolution_status is PROCESSING, but its analyses give Finished.",
          "a b",
        ],
      ],
    ],
    [
      "the server does not report a failure: names the failed analysis",
      folder(
        group("g", 100, finished("SUCCESS", a), analysis("FAILED", "FAILED", b)),
        server("FINISHED", "FAILED"),
      ),
      [
        ["statusDiffers", "The server's resolution_status is FINISHED, but its analyses give Failed.", "b"],
        ["analysisFailed", "Face match failed.", "b"],
      ],
    ],
    [
      "the server gives a result to a folder without analyses",
      folder([], server("FINISHED", "SUCCESS")),
      [["resultDiffers", "The server's system_resolution is SUCCESS, but the folder has no analyses.", ""]],
    ],
    [
      "the server gives a status to a folder without analyses",
      folder([], server("PROCESSING", null)),
      [
        [
          "statusDiffers",
          "The server's resolution_status is PROCESSING, but the folder has no analyses.",
          "",
        ],
      ],
    ],
    [
      "the server processes analyses that have not begun",
      folder(group("g", 100, analysis("INITIAL", "INITIAL", a)), server("PROCESSING", "PROCESSING")),
      [],
    ],
    [
      "the server gives a result to analyses that have not begun",
      folder(group("g", 100, analysis("INITIAL", "INITIAL", a)), server("PROCESSING", "SUCCESS")),
      [["resultDiffers", "The server's system_resolution is SUCCESS, but its analyses give Initial.", "a"]],
    ],
    [
      "the server still gives the result of before while another group runs",
      folder(
        [...group("g", 100, finished("DECLINED", a)), ...group("h", 200, analysis("PROCESSING"))],
        server("PROCESSING", "DECLINED"),
      ),
      [],
    ],
    [
      "the server still gives the result of the group posted last while another one runs",
      folder(
        [
          ...group("g", 100, finished("DECLINED", { ...a, time_created: 10 })),
          ...group("h", 50, finished("SUCCESS", { ...b, time_created: 20 })),
          ...group("i", 205, analysis("PROCESSING")),
        ],
        server("PROCESSING", "SUCCESS"),
      ),
      [],
    ],
    [
      "the server gives a result that no group before the running one had",
      folder(
        [...group("g", 100, finished("DECLINED")), ...group("h", 205, analysis("PROCESSING", undefined, a))],
        server("PROCESSING", "SUCCESS"),
      ),
      [
        [
          "resultDiffers",
          "The server's system_resolution is SUCCESS, but its analyses give Processing.",
          "a",
        ],
      ],
    ],
    [
      "the server has not begun with a group that waits beside one that is done",
      folder(
        [...group("g", 100, finished("DECLINED", a)), ...group("h", 205, analysis("INITIAL", "INITIAL", b))],
        server("INITIAL", "INITIAL"),
      ),
      [],
    ],
    [
      "the server has not begun, but an analysis runs beside one that waits",
      folder(
        group("g", 100, analysis("PROCESSING", "PROCESSING", a), analysis("INITIAL", "INITIAL", b)),
        server("INITIAL", "PROCESSING"),
      ),
      [
        [
          "statusDiffers",
          "The server's resolution_status is INITIAL, but its analyses give Processing.",
          "a b",
        ],
      ],
    ],
    [
      "an operator's status is unknown",
      { ...server("FINISHED", "DECLINED"), operator_status: "Approved\nby me" },
      [
        [
          "unknownWord",
          'The folder operator_status is "Approved by me", which the Oz API documentation does not define.',
          "",
        ],
      ],
    ],
    ["an operator has not decided", { ...server("FINISHED", "DECLINED"), operator_status: "INITIAL" }, []],
    [
      "the server writes an operator's decision into its result",
      folder(group("g", 100, finished("OPERATOR_REQUIRED", a)), {
        ...server("FINISHED", "SUCCESS"),
        operator_status: "SUCCESS",
      }),
      [],
    ],
    [
      "an operator decides against the system's result",
      { ...server("FINISHED", "success"), operator_status: "declined" },
      [["operatorDiffers", "The operator_status is declined, but the system_resolution is success.", ""]],
    ],
    [
      "an operator decides against a computed result",
      folder(group("g", 100, finished("DECLINED", a)), { operator_status: "SUCCESS" }),
      [["operatorDiffers", "The operator_status is SUCCESS, but the computed result is Declined.", ""]],
    ],
    [
      "an operator decides what was left to one",
      { ...server("FINISHED", "OPERATOR_REQUIRED"), operator_status: "DECLINED" },
      [],
    ],
    ["an operator agrees", { ...server("FINISHED", "DECLINED"), operator_status: "DECLINED" }, []],
    [
      "an operator's status is not a decision",
      { ...server("FINISHED", "DECLINED"), operator_status: "OPERATOR_REQUIRED" },
      [],
    ],
    [
      "analyses without a result contradict nothing",
      folder(group("g", 100, finished(null, a)), server("FINISHED", "SUCCESS")),
      [["finishedWithoutResult", "Face match finished without a result.", "a"]],
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

  it("warns if the server's result is that of the group posted last", () => {
    const overlapping = [
      ...group("g", 100, finished("DECLINED", { ...a, time_created: 10 })),
      ...group("h", 50, finished("SUCCESS", { ...b, time_created: 20 })),
    ];
    const { findings } = resolveFolder(folder(overlapping, server("FINISHED", "SUCCESS")));
    assert.deepEqual(findings, [
      {
        code: "resultDiffers",
        severity: "warning",
        message:
          "The server's system_resolution is SUCCESS, as in the group posted last; the group that finished last gives Declined.",
        analysisIds: ["a"],
      },
    ]);
    const other = resolveFolder(folder(overlapping, server("FINISHED", "OPERATOR_REQUIRED"))).findings;
    assert.deepEqual(
      other.map(({ code, severity }) => [code, severity]),
      [["resultDiffers", "error"]],
    );
  });

  it("does not guess which group was posted last if two were posted together", () => {
    const together = [
      ...group("g", 100, finished("DECLINED", { ...a, time_created: 10 })),
      ...group("h", 50, finished("SUCCESS", { ...b, time_created: 10 })),
    ];
    const { findings } = resolveFolder(folder(together, server("FINISHED", "SUCCESS")));
    assert.deepEqual(
      findings.map(({ severity, message }) => [severity, message]),
      [["error", "The server's system_resolution is SUCCESS, but its analyses give Declined."]],
    );
  });

  it("warns if a group does not say when it finished, because another one may have finished last", () => {
    const timeless = { time_created: null, time_updated: null };
    const severities = (more: object): unknown => {
      const groups = [
        ...group("g", 50, finished("DECLINED", more)),
        ...group("h", 100, finished("DECLINED")),
      ];
      return resolveFolder(folder(groups, server("FINISHED", "SUCCESS"))).findings.map(
        ({ code, severity }) => `${code} ${severity}`,
      );
    };
    assert.deepEqual(
      [severities({}), severities(timeless)],
      [["resultDiffers error"], ["resultDiffers warning"]],
    );
    const only = folder(group("g", 50, finished("DECLINED", timeless)), server("FINISHED", "SUCCESS"));
    assert.equal(resolveFolder(only).findings[0]?.severity, "error", "a single group is no guess");
  });

  it("compares no result if the list of analyses is cut, because any of the others may decide", () => {
    const many = [
      analysis("PROCESSING", "PROCESSING", a),
      ...Array<object>(500).fill(finished("DECLINED", b)),
    ];
    assert.deepEqual(
      found(folder(group("g", 100, ...many), server("FINISHED", "SUCCESS"))).map(([code]) => code),
      ["statusDiffers", "replyCut"],
    );
  });

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
      [["finishedWithoutResult", "Face match finished without a result.", "a"]],
    ],
    [
      "an empty result",
      finished("", { resolution: null }),
      [["finishedWithoutResult", "Face match finished without a result.", "a"]],
    ],
    [
      "finished without a result, of any type",
      finished(null, { type: "voice\nprint" }),
      [["finishedWithoutResult", "VOICE PRINT finished without a result.", "a"]],
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
      finished("FINISHED", { resolution: "FINISHED" }),
      [
        [
          "valueOutOfPlace",
          "The analysis resolution_status is FINISHED, which the Oz API documentation does not allow there.",
          "a",
        ],
      ],
    ],
    ["not begun", analysis("INITIAL"), []],
    [
      "finished with the result INITIAL",
      finished("INITIAL"),
      [["valueOutOfPlace", "The analysis resolution_status is INITIAL while the state is FINISHED.", "a"]],
    ],
    [
      "not begun with a result",
      analysis("INITIAL", "SUCCESS"),
      [["valueOutOfPlace", "The analysis resolution_status is SUCCESS while the state is INITIAL.", "a"]],
    ],
    [
      "liveness succeeds without results",
      finished("SUCCESS", { type: "QUALITY", results_media: [] }),
      [
        [
          "livenessWithoutMedia",
          "Liveness succeeded without media: there may have been nothing to check.",
          "a",
        ],
      ],
    ],
    [
      "liveness succeeds without files",
      finished("SUCCESS", { type: "QUALITY", source_media: [] }),
      [
        [
          "livenessWithoutMedia",
          "Liveness succeeded without media: there may have been nothing to check.",
          "a",
        ],
      ],
    ],
    [
      "liveness succeeds without files, but with results",
      finished("SUCCESS", { type: "QUALITY", source_media: [], results_media: [{}] }),
      [],
    ],
    [
      "liveness succeeds without results, but with files",
      finished("SUCCESS", { type: "QUALITY", source_media: ["m"], results_media: [] }),
      [],
    ],
    [
      "liveness that succeeded in an unknown state and has no files",
      analysis("QUEUED", "SUCCESS", { type: "QUALITY", source_media: [] }),
      [
        [
          "unknownWord",
          'The analysis state is "QUEUED", which the Oz API documentation does not define.',
          "a",
        ],
      ],
    ],
    ["liveness, and the reply has no lists of media", finished("SUCCESS", { type: "QUALITY" }), []],
    ["liveness declines without results", finished("DECLINED", { type: "QUALITY", results_media: [] }), []],
    [
      "liveness succeeds with a score of its own",
      finished("SUCCESS", { type: "QUALITY", results_media: [], results_data: { confidence_spoofing: 0.1 } }),
      [],
    ],
    [
      "face match of nothing",
      finished("SUCCESS", { source_media: [] }),
      [["tooFewMedia", "Face match had no files to compare; it needs two.", "a"]],
    ],
    [
      "face match of one file",
      finished("SUCCESS", { source_media: [{ media_id: "m" }] }),
      [["tooFewMedia", "Face match had only one file to compare; it needs two.", "a"]],
    ],
    ["face match that has no files yet", analysis("PROCESSING", undefined, { source_media: [] }), []],
    ["face match that has only one file yet", analysis("PROCESSING", undefined, { source_media: ["m"] }), []],
    [
      "face match whose files were deleted after it had a score",
      finished("SUCCESS", { source_media: [], results_data: { min_confidence: 0.9 } }),
      [],
    ],
    [
      "face match of one file with a score",
      finished("SUCCESS", { source_media: ["m"], results_data: { min_confidence: 0.9 } }),
      [["tooFewMedia", "Face match had only one file to compare; it needs two.", "a"]],
    ],
    ["face match of two files", finished("SUCCESS", { source_media: ["m", "n"] }), []],
    ["liveness of one file", finished("DECLINED", { type: "QUALITY", source_media: ["m"] }), []],
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
      [["analysisFailed", "Face match failed with error 11: Face not found.", "a"]],
    ],
    [
      "failed with a text as code, without a message",
      analysis("FAILED", "FAILED", { type: null, error_code: "E7", error_message: null }),
      [["analysisFailed", "Analysis failed with error E7.", "a"]],
    ],
    [
      "failed with a message, without a code",
      analysis("FAILED", "FAILED", { type: "voice", error_code: null, error_message: "No\nface" }),
      [["analysisFailed", "VOICE failed: No face.", "a"]],
    ],
    [
      "failed with a message that is a sentence",
      analysis("FAILED", "FAILED", { error_code: 11, error_message: "Face not found." }),
      [["analysisFailed", "Face match failed with error 11: Face not found.", "a"]],
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
      ["finishedWithoutResult", "Face match finished without a result.", "a b"],
    ]);
  });

  it("does not merge findings about analyses of different types", () => {
    const json = folder(group("g", 100, finished(null, a), finished(null, { ...b, type: "QUALITY" })));
    assert.deepEqual(found(json), [
      ["finishedWithoutResult", "Face match finished without a result.", "a"],
      ["finishedWithoutResult", "Liveness finished without a result.", "b"],
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
        "operatorDiffers warning",
        "analysisFailed error",
        "livenessOperatorRequired warning",
        "finishedWithoutResult warning",
        "livenessWithoutMedia warning",
        "tooFewMedia warning",
        "unknownWord warning",
        "valueOutOfPlace warning",
        "processingTooLong warning",
        "slowerThanUsual info",
        "invalidValue warning",
        "replyCut warning",
        "noAnalyses info",
        "groupsInferred info",
      ],
    );
    for (const { description } of Object.values(FINDING_CODES)) assert.match(description(), /^[A-Z].*\.$/);
  });
});
