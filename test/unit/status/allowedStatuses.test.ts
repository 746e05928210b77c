import assert from "node:assert/strict";
import { effectiveStatus } from "../../../src/status/effectiveStatus";
import type { AnalysisResolution } from "../../../src/status/resolution";
import { resolveFolder } from "../../../src/status/resolveFolder";
import { analysis, folder } from "./build";

function resolveAnalysis(json: object): AnalysisResolution {
  return resolveFolder(folder([json])).groups[0]!.analyses[0]!;
}

describe("the cells of the status document's matrix", () => {
  // "has" where the document has the value in that field, "-" where it leaves the cell empty.
  const rows: [string, string, string, string, string][] = [
    // value,           analysis state, analysis result, folder status, folder result
    ["INITIAL", "-", "-", "has", "has"],
    ["PROCESSING", "has", "has", "has", "has"],
    ["FAILED", "has", "has", "has", "has"],
    ["FINISHED", "has", "-", "has", "-"],
    ["DECLINED", "-", "has", "-", "has"],
    ["OPERATOR_REQUIRED", "-", "has", "-", "has"],
    ["SUCCESS", "-", "has", "-", "has"],
    ["MANUAL_CHECK", "unknown", "unknown", "unknown", "unknown"],
  ];
  const fields: { name: string; put: (word: string) => object; read: (json: object) => unknown }[] = [
    {
      name: "analysis state",
      put: (word) => folder([analysis(word, null)]),
      read: (json) => resolveFolder(json).groups[0]?.analyses[0]?.state,
    },
    {
      name: "analysis resolution_status",
      put: (word) => folder([analysis(word === "PROCESSING" || word === "FAILED" ? word : "FINISHED", word)]),
      read: (json) => resolveFolder(json).groups[0]?.analyses[0]?.rawResult,
    },
    {
      name: "folder resolution_status",
      put: (word) => ({ resolution_status: word, system_resolution: "SUCCESS" }),
      read: (json) => resolveFolder(json).rawStatus,
    },
    {
      name: "folder system_resolution",
      put: (word) => ({ resolution_status: "FINISHED", system_resolution: word }),
      read: (json) => resolveFolder(json).rawResult,
    },
  ];
  for (const [word, ...cells] of rows) {
    for (const [column, { name, put, read }] of fields.entries()) {
      const cell = cells[column];
      const expected = {
        has: [],
        "-": [["valueOutOfPlace", `The ${name} is ${word}, which the status document leaves empty there.`]],
        unknown: [["unknownWord", `The ${name} is "${word}", which is not in the status document.`]],
      }[cell ?? ""];
      it(`${name}, ${word}: ${cell === "has" ? "as the document has it" : "shown, with a finding"}`, () => {
        const json = put(word);
        assert.equal(read(json), word === "MANUAL_CHECK" && name === "analysis state" ? "UNKNOWN" : word);
        const findings = resolveFolder(json).findings.filter(({ code }) => /Word|Place/.test(code));
        assert.deepEqual(
          findings.map(({ code, message }) => [code, message]),
          expected,
        );
      });
    }
  }
});

describe("the fields of the matrix together", () => {
  // value, as analysis state with the result that the document gives it -> the analysis's result
  const analysisCells: [string | null, string | null, string][] = [
    ["PROCESSING", "PROCESSING", "PROCESSING"],
    ["FAILED", "FAILED", "FAILED"],
    ["FINISHED", "DECLINED", "DECLINED"],
    ["FINISHED", "OPERATOR_REQUIRED", "OPERATOR_REQUIRED"],
    ["FINISHED", "SUCCESS", "SUCCESS"],
    // Not finished: the result repeats the state, whatever stands there.
    ["PROCESSING", "SUCCESS", "PROCESSING"],
    ["PROCESSING", null, "PROCESSING"],
    ["FAILED", "DECLINED", "FAILED"],
    ["FAILED", null, "FAILED"],
    // Cells that the document leaves empty are shown, never hidden.
    ["INITIAL", "INITIAL", "INITIAL"],
    ["FINISHED", "INITIAL", "INITIAL"],
    ["FINISHED", "PROCESSING", "PROCESSING"],
    ["FINISHED", "FAILED", "FAILED"],
    ["FINISHED", "FINISHED", "FINISHED"],
    // Finished without a result.
    ["FINISHED", null, "FINISHED"],
    ["FINISHED", "", "FINISHED"],
    // A result in the place of the state, as old servers write.
    ["SUCCESS", null, "SUCCESS"],
    ["DECLINED", null, "DECLINED"],
    ["OPERATOR_REQUIRED", null, "OPERATOR_REQUIRED"],
    // Words that nobody knows.
    ["FINISHED", "MANUAL_CHECK", "UNKNOWN"],
    ["ARCHIVED", null, "UNKNOWN"],
    ["ARCHIVED", "SUCCESS", "SUCCESS"],
    ["constructor", "toString", "UNKNOWN"],
    // No word at all.
    [null, null, "UNKNOWN"],
  ];
  for (const [state, result, expected] of analysisCells) {
    it(`analysis: state ${String(state)}, resolution_status ${String(result)} is ${expected}`, () => {
      assert.equal(resolveAnalysis(analysis(state, result)).result, expected);
    });
  }

  // resolution_status, system_resolution -> status, result, what the row shows
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
    // So do the words that stand in both columns, where there are no analyses to tell the result.
    ["INITIAL", null, "INITIAL", "INITIAL", "INITIAL"],
    ["PROCESSING", undefined, "PROCESSING", "PROCESSING", "PROCESSING"],
    ["FAILED", "", "FAILED", "FAILED", "FAILED"],
    // No result: the status stands for it.
    ["FINISHED", null, "FINISHED", undefined, "FINISHED"],
    ["ARCHIVED", null, "UNKNOWN", undefined, "UNKNOWN"],
    [null, "DECLINED", undefined, "DECLINED", "DECLINED"],
    // Against the document, and shown all the same.
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

  it("has the server's word as its source wherever that is the result", () => {
    for (const word of ["INITIAL", "PROCESSING", "FAILED", "SUCCESS"]) {
      const older = resolveFolder({ resolution_status: word.toLowerCase() });
      assert.deepEqual([older.resultSource, older.rawResult], ["server", word.toLowerCase()]);
    }
    assert.equal(resolveFolder({ resolution_status: "FINISHED" }).resultSource, undefined);
  });

  it("leaves the result to the analyses where there are any, or the reply says that there are none", () => {
    for (const word of ["INITIAL", "PROCESSING", "FAILED", "FINISHED"]) {
      const json = folder([analysis("FINISHED", "SUCCESS")], { resolution_status: word });
      const { result, resultSource, rawResult } = resolveFolder(json);
      assert.deepEqual([result, resultSource, rawResult], ["SUCCESS", "computed", undefined]);
    }
    const none = resolveFolder(folder([], { resolution_status: "PROCESSING" }));
    assert.deepEqual([none.status, none.result, none.resultSource], ["PROCESSING", "INITIAL", "computed"]);
  });

  it("keeps the word as the server wrote it", () => {
    const resolution = resolveFolder({ resolution_status: "finished", system_resolution: { odd: 1 } });
    assert.deepEqual([resolution.rawStatus, resolution.rawResult], ["finished", '{"odd":1}']);
    assert.equal(resolveAnalysis(analysis("FINISHED", "Manual_Check")).rawResult, "Manual_Check");
    assert.equal(resolveAnalysis(analysis("failed", "DECLINED")).rawResult, "failed");
    const both = { resolution_status: null, resolution: "declined" };
    assert.equal(resolveAnalysis(analysis("FINISHED", null, both)).rawResult, "declined");
    const blank = resolveFolder({ resolution_status: " ", system_resolution: "" });
    assert.deepEqual([blank.rawStatus, blank.rawResult], [undefined, undefined]);
  });

  it("takes the result from resolution_status, and from resolution where that is missing", () => {
    const result = (words: object): string => resolveAnalysis(analysis("FINISHED", null, words)).result;
    assert.equal(result({ resolution_status: "SUCCESS", resolution: "DECLINED" }), "SUCCESS");
    assert.equal(result({ resolution_status: "", resolution: "DECLINED" }), "DECLINED");
    assert.equal(result({ resolution: "OPERATOR_REQUIRED" }), "OPERATOR_REQUIRED");
  });

  it("computes nothing where the reply says nothing about analyses", () => {
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
