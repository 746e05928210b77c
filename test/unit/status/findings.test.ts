import assert from "node:assert/strict";
import { FINDING_CODES, type Finding } from "../../../src/status/finding";
import { resolveFolder } from "../../../src/status/resolveFolder";
import { analysis, finished, folder, group } from "./build";

const a = { analysis_id: "a" };
const b = { analysis_id: "b" };
const said = (status: unknown, result: unknown): object => ({
  resolution_status: status,
  system_resolution: result,
});

/** Each finding as code, sentence and the analyses that it is about. */
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
      folder(group("g", 100, finished("SUCCESS", a), finished("DECLINED", b)), said("FINISHED", "DECLINED")),
      [],
    ],
    [
      "an older server gives the result in resolution_status",
      folder(group("g", 100, finished("DECLINED", a)), said("DECLINED", null)),
      [],
    ],
    ["an older server, without analyses in the reply", { resolution_status: "DECLINED" }, []],
    [
      "the server gives no result",
      folder(group("g", 100, finished("DECLINED", a)), said("FINISHED", "")),
      [],
    ],
    [
      "the result differs: about the analyses that give another",
      folder(group("g", 100, finished("SUCCESS", a), finished("DECLINED", b)), said("FINISHED", "SUCCESS")),
      [["resultDiffers", "The server says Success, but its analyses give Declined.", "b"]],
    ],
    [
      "the result of an older server differs",
      folder(group("g", 100, finished("DECLINED", a)), said("SUCCESS", null)),
      [["resultDiffers", "The server says Success, but its analyses give Declined.", "a"]],
    ],
    [
      "the server is done while an analysis runs: about the running one",
      folder(
        group("g", 100, finished("SUCCESS", a), analysis("PROCESSING", "PROCESSING", b)),
        said("FINISHED", "SUCCESS"),
      ),
      [
        ["resultDiffers", "The server says Success, but its analyses give Processing.", "b"],
        ["statusDiffers", "The server's status is Finished, but its analyses give Processing.", "b"],
      ],
    ],
    [
      "the server still processes what is done: about all that are done",
      folder(group("g", 100, finished("SUCCESS", a), finished("SUCCESS", b)), said("PROCESSING", "SUCCESS")),
      [["statusDiffers", "The server's status is Processing, but its analyses give Finished.", "a b"]],
    ],
    [
      "the server's status says nothing of a failure: about the failed one",
      folder(
        group("g", 100, finished("SUCCESS", a), analysis("FAILED", "FAILED", b)),
        said("FINISHED", "FAILED"),
      ),
      [
        ["statusDiffers", "The server's status is Finished, but its analyses give Failed.", "b"],
        ["analysisFailed", "Face match failed.", "b"],
      ],
    ],
    [
      "the server gives a result to a folder without analyses",
      folder([], said("FINISHED", "SUCCESS")),
      [
        ["resultDiffers", "The server says Success, but the folder has no analyses.", ""],
        ["statusDiffers", "The server's status is Finished, but the folder has no analyses.", ""],
        ["noAnalyses", "The folder has no analyses.", ""],
      ],
    ],
    [
      "analyses without a result contradict none of the server's",
      folder(group("g", 100, finished(null, a)), said("FINISHED", "SUCCESS")),
      [["finishedWithoutResult", "The analysis has finished without a result.", "a"]],
    ],
    [
      "no analyses",
      folder([], said("INITIAL", "INITIAL")),
      [["noAnalyses", "The folder has no analyses.", ""]],
    ],
    [
      "an unknown word of the server contradicts nothing",
      folder(group("g", 100, finished("SUCCESS", a)), said("ARCHIVED", "MANUAL_CHECK")),
      [
        [
          "unknownWord",
          'The folder resolution_status is "ARCHIVED", which is not in the status document.',
          "",
        ],
        [
          "unknownWord",
          'The folder system_resolution is "MANUAL_CHECK", which is not in the status document.',
          "",
        ],
      ],
    ],
    [
      "an unknown word of an analysis is contradicted by nothing",
      folder(group("g", 100, analysis("QUEUED", null, a)), said("FINISHED", "SUCCESS")),
      [["unknownWord", 'The analysis state is "QUEUED", which is not in the status document.', "a"]],
    ],
    [
      "a result word in resolution_status beside a system_resolution",
      said("SUCCESS", "DECLINED"),
      [
        [
          "valueOutOfPlace",
          "The folder resolution_status is SUCCESS, which the status document leaves empty there.",
          "",
        ],
      ],
    ],
    [
      "groups are inferred for two of three",
      folder([...group("g", 100, finished("SUCCESS")), finished("SUCCESS", b), finished("SUCCESS", a)]),
      [
        [
          "groupsInferred",
          "The server names no group for 2 analyses: grouped by the time of creation.",
          "a b",
        ],
      ],
    ],
    [
      "a group is inferred for one",
      folder([finished("SUCCESS", a)]),
      [["groupsInferred", "The server names no group for 1 analysis: grouped by the time of creation.", "a"]],
    ],
  ];
  for (const [name, json, expected] of cases) {
    it(name, () => assert.deepEqual(found(json), expected));
  }

  it("compares a missing word with nothing", () => {
    assert.deepEqual(found(folder(group("g", 100, finished("SUCCESS", a)))), []);
    assert.deepEqual(found({}), []);
    assert.deepEqual(found(said("PROCESSING", "SUCCESS")), []);
  });
});

describe("findings of an analysis", () => {
  const cases: [string, object, [string, string, string][]][] = [
    ["running", analysis("PROCESSING"), []],
    ["running without a result", analysis("PROCESSING", null), []],
    ["a result without a state", analysis(null, "DECLINED"), []],
    ["result under both names", finished("SUCCESS", { resolution: "SUCCESS" }), []],
    ["result under both names in two cases", finished("SUCCESS", { resolution: "success" }), []],
    ["only resolution", finished(null, { resolution: "SUCCESS" }), []],
    ["face match says operator required", finished("OPERATOR_REQUIRED"), []],
    [
      "liveness says operator required",
      finished("OPERATOR_REQUIRED", { type: "QUALITY" }),
      [
        [
          "livenessOperatorRequired",
          "Liveness asks for an operator, which the status document rules out.",
          "a",
        ],
      ],
    ],
    ["liveness is declined", finished("DECLINED", { type: "QUALITY" }), []],
    [
      "liveness says so before it is finished, which is not its result",
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
      [["finishedWithoutResult", "The analysis has finished without a result.", "a"]],
    ],
    [
      "an empty result",
      finished("", { resolution: null }),
      [["finishedWithoutResult", "The analysis has finished without a result.", "a"]],
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
      "finished, and still processing by its result",
      finished("PROCESSING"),
      [["valueOutOfPlace", "The analysis resolution_status is PROCESSING while the state is FINISHED.", "a"]],
    ],
    [
      "finished, and failed by its result",
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
      "of two results the one that contradicts the state is named alone",
      finished("PROCESSING", { resolution: "SUCCESS" }),
      [["valueOutOfPlace", "The analysis resolution_status is PROCESSING while the state is FINISHED.", "a"]],
    ],
    [
      "of two results the one in a wrong place is named alone",
      finished("SUCCESS", { resolution: "FINISHED" }),
      [
        [
          "valueOutOfPlace",
          "The analysis resolution is FINISHED, which the status document leaves empty there.",
          "a",
        ],
      ],
    ],
    [
      "whichever it is",
      finished("FINISHED", { resolution: "SUCCESS" }),
      [
        [
          "valueOutOfPlace",
          "The analysis resolution_status is FINISHED, which the status document leaves empty there.",
          "a",
        ],
      ],
    ],
    [
      "the same wrong word under both names is named once",
      finished("INITIAL", { resolution: "INITIAL" }),
      [
        [
          "valueOutOfPlace",
          "The analysis resolution_status is INITIAL, which the status document leaves empty there.",
          "a",
        ],
      ],
    ],
    [
      "words that nobody knows, under both names",
      finished("ODD", { resolution: 7 }),
      [
        ["unknownWord", 'The analysis resolution is "7", which is not in the status document.', "a"],
        ["unknownWord", 'The analysis resolution_status is "ODD", which is not in the status document.', "a"],
      ],
    ],
    [
      "failed with code and message",
      analysis("FAILED", "FAILED", { error_code: 11, error_message: "Face not found" }),
      [["analysisFailed", "Face match failed with error 11: Face not found", "a"]],
    ],
    [
      "failed with a code alone, which is a text",
      analysis("FAILED", "FAILED", { type: null, error_code: "E7", error_message: null }),
      [["analysisFailed", "Analysis failed with error E7.", "a"]],
    ],
    [
      "failed with a message alone",
      analysis("FAILED", "FAILED", { type: "voice", error_code: null, error_message: "No\nface" }),
      [["analysisFailed", "VOICE failed: No face", "a"]],
    ],
    ["failed by its result alone", analysis(null, "FAILED"), [["analysisFailed", "Face match failed.", "a"]]],
  ];
  for (const [name, json, expected] of cases) {
    it(name, () => assert.deepEqual(found(folder([{ ...json, ...a, group_id: "g" }])), expected));
  }
});

describe("the list of findings", () => {
  it("says the same of several analyses once, with all their ids in order", () => {
    const json = folder(
      group("g", 100, finished(null, b), finished(null, a), finished(null, { analysis_id: null })),
    );
    assert.deepEqual(found(json), [
      ["finishedWithoutResult", "The analysis has finished without a result.", "a b"],
    ]);
  });

  it("names an analysis once, even if the reply has it twice", () => {
    assert.deepEqual(found(folder(group("g", 100, finished(null, a), finished(null, a))))[0]?.[2], "a");
  });

  it("has one finding for each analysis that failed, even if it says the same", () => {
    const failed = (id: object): object => analysis("FAILED", "FAILED", id);
    assert.deepEqual(found(folder(group("g", 100, failed(b), failed(a)))), [
      ["analysisFailed", "Face match failed.", "a"],
      ["analysisFailed", "Face match failed.", "b"],
    ]);
  });

  it("is in the order of the codes, whatever the order in which they were found", () => {
    const analyses = [analysis("ODD", "SUCCESS"), analysis("FAILED", "FAILED"), finished(null)];
    const codes = resolveFolder(folder(analyses, said("INITIAL", "FINISHED"))).findings.map(
      ({ code }) => code,
    );
    assert.deepEqual(
      codes,
      Object.keys(FINDING_CODES).filter((code) => codes.includes(code as Finding["code"])),
    );
    assert.ok(codes.length >= 6, String(codes));
  });

  it("is in the order of the sentences where the code is the same", () => {
    const words = ["B", "C", "A"].map((word) => analysis(word, null, { group_id: "g" }));
    assert.deepEqual(
      found(folder(words)).map(([, message]) => message.slice(0, 23)),
      ['The analysis state is "A', 'The analysis state is "B', 'The analysis state is "C'].map((text) =>
        text.slice(0, 23),
      ),
    );
  });

  it("gives each finding the severity of its code", () => {
    const json = folder(
      [analysis("ODD", null), analysis("FAILED"), finished(null)],
      said("INITIAL", "SUCCESS"),
    );
    for (const { code, severity } of resolveFolder(json).findings) {
      assert.equal(severity, FINDING_CODES[code].severity);
    }
  });

  it("quotes words, codes and messages cut short, on one line", () => {
    const long = "x\n".repeat(100_000);
    const more = { type: long, error_code: long, error_message: long, group_id: "g" };
    for (const { message } of resolveFolder(folder([analysis("FAILED", long, more)], said(long, long)))
      .findings) {
      assert.ok(message.length < 250, String(message.length));
      assert.doesNotMatch(message, /\n/);
    }
  });

  it("survives words that cannot be written down", () => {
    let deep: unknown = [];
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    assert.deepEqual(found(said("FINISHED", deep)), [
      ["unknownWord", 'The folder system_resolution is "object", which is not in the status document.', ""],
    ]);
  });

  it("has a severity and a description for every code", () => {
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
