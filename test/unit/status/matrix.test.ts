import assert from "node:assert/strict";
import { resolveFolder, shownStatus } from "../../../src/status";
import { resolveAnalysis } from "../../../src/status/analysis";
import { analysis, folder } from "./build";

describe("the matrix of the status document", () => {
  // value, as analysis state with the result that the document gives it -> the analysis's result
  const analysisCells: [string, string | null, string][] = [
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
  ];
  for (const [state, result, expected] of analysisCells) {
    it(`analysis: state ${state}, resolution_status ${String(result)} is ${expected}`, () => {
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
    // No result: the status stands for it.
    ["FINISHED", null, "FINISHED", undefined, "FINISHED"],
    ["INITIAL", null, "INITIAL", undefined, "INITIAL"],
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
      assert.equal(shownStatus(resolution), shown);
    });
  }

  it("keeps the word as the server wrote it", () => {
    const resolution = resolveFolder({ resolution_status: "finished", system_resolution: { odd: 1 } });
    assert.deepEqual([resolution.rawStatus, resolution.rawResult], ["finished", '{"odd":1}']);
    assert.equal(resolveAnalysis(analysis("FINISHED", "Manual_Check")).rawResult, "Manual_Check");
  });

  it("computes nothing where the reply says nothing about analyses", () => {
    const silent = resolveFolder({ resolution_status: "FINISHED", system_resolution: "SUCCESS" });
    assert.deepEqual([silent.computed, silent.resultSource], [undefined, "server"]);
    const empty = resolveFolder(folder([]));
    assert.deepEqual(
      [empty.computed?.result, empty.result, empty.resultSource],
      ["INITIAL", "INITIAL", "computed"],
    );
  });
});
