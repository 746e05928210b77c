import assert from "node:assert/strict";
import { effectiveStatus } from "../../../src/status/effectiveStatus";
import type { AnalysisResolution } from "../../../src/status/resolution";
import { resolveFolder } from "../../../src/status/resolveFolder";
import { KNOWN_STATUSES } from "../../../src/status/status";
import { analysis, folder } from "./folderJson";

function resolveAnalysis(json: object): AnalysisResolution {
  return resolveFolder(folder([json])).groups[0]!.analyses[0]!;
}

describe("statuses allowed in each field", () => {
  // "-" where the status document does not allow the value.
  const rows: [string, string, string, string, string][] = [
    // value, analysis state, analysis result, folder status, folder result
    // The document does not list INITIAL for an analysis, but older servers write it.
    ["INITIAL", "allowed", "allowed", "allowed", "allowed"],
    ["PROCESSING", "allowed", "allowed", "allowed", "allowed"],
    ["FAILED", "allowed", "allowed", "allowed", "allowed"],
    ["FINISHED", "allowed", "-", "allowed", "-"],
    ["DECLINED", "-", "allowed", "-", "allowed"],
    ["OPERATOR_REQUIRED", "-", "allowed", "-", "allowed"],
    ["SUCCESS", "-", "allowed", "-", "allowed"],
    ["MANUAL_CHECK", "unknown", "unknown", "unknown", "unknown"],
  ];
  const fields: { name: string; put: (status: string) => object; read: (json: object) => unknown }[] = [
    {
      name: "analysis state",
      put: (status) => folder([analysis(status, null)]),
      read: (json) => resolveFolder(json).groups[0]?.analyses[0]?.state,
    },
    {
      name: "analysis resolution_status",
      put: (status) =>
        folder([
          analysis(["INITIAL", "PROCESSING", "FAILED"].includes(status) ? status : "FINISHED", status),
        ]),
      read: (json) => resolveFolder(json).groups[0]?.analyses[0]?.words.resolution_status,
    },
    {
      name: "folder resolution_status",
      put: (status) => ({ resolution_status: status, system_resolution: "SUCCESS" }),
      read: (json) => resolveFolder(json).words.resolution_status,
    },
    {
      name: "folder system_resolution",
      put: (status) => ({ resolution_status: "FINISHED", system_resolution: status }),
      read: (json) => resolveFolder(json).words.system_resolution,
    },
  ];

  it("are tested for every status", () => {
    assert.deepEqual(
      rows.map(([status]) => status),
      [...KNOWN_STATUSES, "MANUAL_CHECK"],
    );
  });

  for (const [status, ...cells] of rows) {
    for (const [column, { name, put, read }] of fields.entries()) {
      const cell = cells[column];
      const expected = {
        allowed: [],
        "-": [
          [
            "valueOutOfPlace",
            `The ${name} is ${status}, which the Oz API documentation does not allow there.`,
          ],
        ],
        unknown: [
          ["unknownWord", `The ${name} is "${status}", which the Oz API documentation does not define.`],
        ],
      }[cell ?? ""];
      it(`${name} ${status} is shown ${cell === "allowed" ? "without" : "with"} a finding`, () => {
        const json = put(status);
        assert.equal(read(json), status === "MANUAL_CHECK" && name === "analysis state" ? "UNKNOWN" : status);
        const findings = resolveFolder(json).findings.filter(({ code }) => /Word|Place/.test(code));
        assert.deepEqual(
          findings.map(({ code, message }) => [code, message]),
          expected,
        );
      });
    }
  }
});

describe("combinations of status and result", () => {
  // state, resolution_status, expected result
  const analysisCells: [string | null, string | null, string][] = [
    ["PROCESSING", "PROCESSING", "PROCESSING"],
    ["FAILED", "FAILED", "FAILED"],
    ["FINISHED", "DECLINED", "DECLINED"],
    ["FINISHED", "OPERATOR_REQUIRED", "OPERATOR_REQUIRED"],
    ["FINISHED", "SUCCESS", "SUCCESS"],
    // Not finished: the result repeats the state.
    ["PROCESSING", "SUCCESS", "PROCESSING"],
    ["PROCESSING", null, "PROCESSING"],
    ["FAILED", "DECLINED", "FAILED"],
    ["FAILED", null, "FAILED"],
    // Older servers have analyses that have not begun.
    ["INITIAL", "INITIAL", "INITIAL"],
    ["INITIAL", null, "INITIAL"],
    // Not allowed by the document, and shown all the same.
    ["FINISHED", "INITIAL", "INITIAL"],
    ["FINISHED", "PROCESSING", "PROCESSING"],
    ["FINISHED", "FAILED", "FAILED"],
    ["FINISHED", "FINISHED", "FINISHED"],
    // Finished without a result.
    ["FINISHED", null, "FINISHED"],
    ["FINISHED", "", "FINISHED"],
    // Old servers write the result into the state.
    ["SUCCESS", null, "SUCCESS"],
    ["DECLINED", null, "DECLINED"],
    ["OPERATOR_REQUIRED", null, "OPERATOR_REQUIRED"],
    // Unknown.
    ["FINISHED", "MANUAL_CHECK", "UNKNOWN"],
    ["ARCHIVED", null, "UNKNOWN"],
    ["ARCHIVED", "SUCCESS", "SUCCESS"],
    ["constructor", "toString", "UNKNOWN"],
    // Missing.
    [null, null, "UNKNOWN"],
  ];
  for (const [state, result, expected] of analysisCells) {
    it(`analysis: state ${String(state)}, resolution_status ${String(result)} gives ${expected}`, () => {
      assert.equal(resolveAnalysis(analysis(state, result)).result, expected);
    });
  }

  // resolution_status, system_resolution, expected status, result and effective status
  const folderCells: [unknown, unknown, string | undefined, string | undefined, string][] = [
    ["INITIAL", "INITIAL", "INITIAL", "INITIAL", "INITIAL"],
    ["PROCESSING", "PROCESSING", "PROCESSING", "PROCESSING", "PROCESSING"],
    ["FAILED", "FAILED", "FAILED", "FAILED", "FAILED"],
    ["FINISHED", "DECLINED", "FINISHED", "DECLINED", "DECLINED"],
    ["FINISHED", "OPERATOR_REQUIRED", "FINISHED", "OPERATOR_REQUIRED", "OPERATOR_REQUIRED"],
    ["FINISHED", "SUCCESS", "FINISHED", "SUCCESS", "SUCCESS"],
    // Older servers write the result into resolution_status.
    ["SUCCESS", null, "FINISHED", "SUCCESS", "SUCCESS"],
    ["DECLINED", undefined, "FINISHED", "DECLINED", "DECLINED"],
    ["OPERATOR_REQUIRED", "", "FINISHED", "OPERATOR_REQUIRED", "OPERATOR_REQUIRED"],
    ["SUCCESS", "DECLINED", "FINISHED", "DECLINED", "DECLINED"],
    // No result: the status is shown.
    ["INITIAL", null, "INITIAL", undefined, "INITIAL"],
    ["PROCESSING", undefined, "PROCESSING", undefined, "PROCESSING"],
    ["FAILED", "", "FAILED", undefined, "FAILED"],
    ["FINISHED", null, "FINISHED", undefined, "FINISHED"],
    ["ARCHIVED", null, "UNKNOWN", undefined, "UNKNOWN"],
    // No status: the result implies it.
    [null, "INITIAL", "INITIAL", "INITIAL", "INITIAL"],
    [null, "PROCESSING", "PROCESSING", "PROCESSING", "PROCESSING"],
    [null, "FAILED", "FAILED", "FAILED", "FAILED"],
    [null, "DECLINED", "FINISHED", "DECLINED", "DECLINED"],
    [null, "OPERATOR_REQUIRED", "FINISHED", "OPERATOR_REQUIRED", "OPERATOR_REQUIRED"],
    [null, "SUCCESS", "FINISHED", "SUCCESS", "SUCCESS"],
    [null, "MANUAL_CHECK", undefined, "UNKNOWN", "UNKNOWN"],
    // Not allowed by the document, and shown all the same.
    ["FINISHED", "FINISHED", "FINISHED", "FINISHED", "FINISHED"],
    ["PROCESSING", "SUCCESS", "PROCESSING", "SUCCESS", "SUCCESS"],
    ["finished", " success ", "FINISHED", "SUCCESS", "SUCCESS"],
    ["FINISHED", "MANUAL_CHECK", "FINISHED", "UNKNOWN", "UNKNOWN"],
    ["FINISHED", 7, "FINISHED", "UNKNOWN", "UNKNOWN"],
    [null, null, undefined, undefined, "UNKNOWN"],
  ];
  for (const [status, result, expectedStatus, expectedResult, shown] of folderCells) {
    it(`folder: resolution_status ${String(status)}, system_resolution ${String(result)} shows ${shown}`, () => {
      const resolution = resolveFolder({ resolution_status: status, system_resolution: result });
      assert.deepEqual([resolution.status, resolution.result], [expectedStatus, expectedResult]);
      assert.equal(effectiveStatus(resolution), shown);
    });
  }

  it("reads only what a check ends with as the result in resolution_status", () => {
    for (const status of ["DECLINED", "OPERATOR_REQUIRED", "SUCCESS"]) {
      const older = resolveFolder({ resolution_status: status.toLowerCase() });
      assert.deepEqual([older.result, older.resultMember], [status, "resolution_status"]);
      assert.equal(older.words.resolution_status, status.toLowerCase());
    }
    for (const status of ["INITIAL", "PROCESSING", "FAILED", "FINISHED", "ARCHIVED"]) {
      const { result, resultMember } = resolveFolder({ resolution_status: status });
      assert.deepEqual([result, resultMember], [undefined, undefined]);
    }
  });

  it("computes the status beside an older server's result", () => {
    const older = (...analyses: object[]): unknown =>
      resolveFolder(folder(analyses, { resolution_status: "SUCCESS" })).status;
    assert.equal(older(analysis("FINISHED", "SUCCESS")), "FINISHED");
    assert.equal(older(analysis("PROCESSING")), "PROCESSING");
    assert.equal(older(analysis("FAILED")), "FAILED");
  });

  it("computes the result if the reply has analyses, or an empty list of them and no status", () => {
    for (const status of ["INITIAL", "PROCESSING", "FAILED", "FINISHED"]) {
      const json = folder([analysis("FINISHED", "SUCCESS")], { resolution_status: status });
      const { result, resultMember, words } = resolveFolder(json);
      assert.deepEqual([result, resultMember, words.system_resolution], ["SUCCESS", undefined, undefined]);
    }
    for (const status of ["INITIAL", "PROCESSING", "FAILED", "FINISHED"]) {
      const none = resolveFolder(folder([], { resolution_status: status }));
      assert.deepEqual([none.status, none.result, none.resultMember], [status, undefined, undefined]);
      assert.equal(effectiveStatus(none), status);
    }
    const silent = resolveFolder(folder([]));
    assert.deepEqual([silent.status, silent.result, silent.resultMember], ["INITIAL", "INITIAL", undefined]);
  });

  it("keeps the statuses as the server wrote them, and the member that the result is from", () => {
    const { words, resultMember } = resolveFolder({
      resolution_status: "finished",
      system_resolution: { odd: 1 },
      operator_status: 7,
    });
    assert.deepEqual(words, {
      resolution_status: "finished",
      system_resolution: '{"odd":1}',
      operator_status: "7",
    });
    assert.equal(resultMember, "system_resolution");
    const rawResult = (...json: Parameters<typeof analysis>): unknown => {
      const resolved = resolveAnalysis(analysis(...json));
      return [resolved.resultMember, resolved.resultMember && resolved.words[resolved.resultMember]];
    };
    assert.deepEqual(rawResult("FINISHED", "Manual_Check"), ["resolution_status", "Manual_Check"]);
    assert.deepEqual(rawResult("failed", "DECLINED"), ["state", "failed"]);
    assert.deepEqual(rawResult("Success", null), ["state", "Success"]);
    assert.deepEqual(rawResult(null, null), [undefined, undefined]);
    const both = { resolution_status: null, resolution: "declined" };
    assert.deepEqual(rawResult("FINISHED", null, both), ["resolution", "declined"]);
    const blank = resolveFolder({ resolution_status: " ", system_resolution: "" }).words;
    assert.ok(Object.values(blank).every((word) => word === undefined));
  });

  it("reads the result from resolution_status, else from resolution", () => {
    const result = (more: object): string => resolveAnalysis(analysis("FINISHED", null, more)).result;
    assert.equal(result({ resolution_status: "SUCCESS", resolution: "DECLINED" }), "SUCCESS");
    assert.equal(result({ resolution_status: "", resolution: "DECLINED" }), "DECLINED");
    assert.equal(result({ resolution: "OPERATOR_REQUIRED" }), "OPERATOR_REQUIRED");
  });

  it("computes nothing if the reply has no list of analyses", () => {
    for (const analyses of [undefined, null, {}, "none"]) {
      const silent = resolveFolder({ resolution_status: "FINISHED", system_resolution: "SUCCESS", analyses });
      assert.deepEqual([silent.computed, silent.resultMember], [undefined, "system_resolution"]);
      assert.deepEqual([silent.groups, silent.deciding, silent.findings], [[], undefined, []]);
    }
    const empty = resolveFolder(folder([]));
    assert.deepEqual(
      [empty.computed, empty.status, empty.result, empty.resultMember],
      [{ status: "INITIAL", result: "INITIAL" }, "INITIAL", "INITIAL", undefined],
    );
  });
});
