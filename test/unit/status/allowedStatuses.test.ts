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
    ["INITIAL", "-", "-", "allowed", "allowed"],
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
        folder([analysis(status === "PROCESSING" || status === "FAILED" ? status : "FINISHED", status)]),
      read: (json) => resolveFolder(json).groups[0]?.analyses[0]?.rawResult,
    },
    {
      name: "folder resolution_status",
      put: (status) => ({ resolution_status: status, system_resolution: "SUCCESS" }),
      read: (json) => resolveFolder(json).rawStatus,
    },
    {
      name: "folder system_resolution",
      put: (status) => ({ resolution_status: "FINISHED", system_resolution: status }),
      read: (json) => resolveFolder(json).rawResult,
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
    // Not allowed by the document, and shown all the same.
    ["INITIAL", "INITIAL", "INITIAL"],
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
    // INITIAL, PROCESSING and FAILED are the result too if there are no analyses.
    ["INITIAL", null, "INITIAL", "INITIAL", "INITIAL"],
    ["PROCESSING", undefined, "PROCESSING", "PROCESSING", "PROCESSING"],
    ["FAILED", "", "FAILED", "FAILED", "FAILED"],
    // No result: the status is shown.
    ["FINISHED", null, "FINISHED", undefined, "FINISHED"],
    ["ARCHIVED", null, "UNKNOWN", undefined, "UNKNOWN"],
    [null, "DECLINED", undefined, "DECLINED", "DECLINED"],
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

  it("names the server as the source of a result in resolution_status", () => {
    for (const status of ["INITIAL", "PROCESSING", "FAILED", "SUCCESS"]) {
      const older = resolveFolder({ resolution_status: status.toLowerCase() });
      assert.deepEqual([older.resultSource, older.rawResult], ["server", status.toLowerCase()]);
    }
    assert.equal(resolveFolder({ resolution_status: "FINISHED" }).resultSource, undefined);
  });

  it("computes the result if the reply has analyses or an empty list of them", () => {
    for (const status of ["INITIAL", "PROCESSING", "FAILED", "FINISHED"]) {
      const json = folder([analysis("FINISHED", "SUCCESS")], { resolution_status: status });
      const { result, resultSource, rawResult } = resolveFolder(json);
      assert.deepEqual([result, resultSource, rawResult], ["SUCCESS", "computed", undefined]);
    }
    const none = resolveFolder(folder([], { resolution_status: "PROCESSING" }));
    assert.deepEqual([none.status, none.result, none.resultSource], ["PROCESSING", "INITIAL", "computed"]);
  });

  it("keeps the raw statuses as the server wrote them", () => {
    const resolution = resolveFolder({ resolution_status: "finished", system_resolution: { odd: 1 } });
    assert.deepEqual([resolution.rawStatus, resolution.rawResult], ["finished", '{"odd":1}']);
    assert.equal(resolveAnalysis(analysis("FINISHED", "Manual_Check")).rawResult, "Manual_Check");
    assert.equal(resolveAnalysis(analysis("failed", "DECLINED")).rawResult, "failed");
    const both = { resolution_status: null, resolution: "declined" };
    assert.equal(resolveAnalysis(analysis("FINISHED", null, both)).rawResult, "declined");
    const blank = resolveFolder({ resolution_status: " ", system_resolution: "" });
    assert.deepEqual([blank.rawStatus, blank.rawResult], [undefined, undefined]);
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
      assert.deepEqual([silent.computed, silent.resultSource], [undefined, "server"]);
      assert.deepEqual([silent.groups, silent.deciding, silent.findings], [[], undefined, []]);
    }
    const empty = resolveFolder(folder([]));
    assert.deepEqual(
      [empty.computed, empty.status, empty.result, empty.resultSource],
      [{ status: "INITIAL", result: "INITIAL" }, "INITIAL", "INITIAL", "computed"],
    );
  });
});
