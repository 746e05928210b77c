import assert from "node:assert/strict";
import { ExactNumber } from "../../../../src/base/exactNumber";
import { readFolder } from "../../../../src/oz/model/folder";
import { resolveFolder } from "../../../../src/status/resolveFolder";
import {
  analysesInWords,
  computedInWords,
  folderLabel,
  resultInWords,
} from "../../../../src/views/text/folderText";

describe("the text of a folder", () => {
  const folder = (more: object) =>
    readFolder({ folder_id: "7e7e7e7e-0000-4000-8000-000000000001", ...more })!;

  it("is labelled with the first metadata key that it has, else with its ID", () => {
    const one = folder({ meta_data: { order: 17, name: "Анна", empty: " ", list: [1] } });
    assert.equal(folderLabel(one, []), "7e7e7e7e");
    assert.equal(folderLabel(one, ["missing", "empty", "list", "name", "order"]), "Анна");
    assert.equal(folderLabel(one, ["order"]), "17");
    assert.equal(folderLabel(one, ["constructor", "toString"]), "7e7e7e7e");
    assert.doesNotMatch(folderLabel(folder({ meta_data: { k: "$(alert)" } }), ["k"]), /\$\(/);
  });

  it("is labelled with all digits of a number", () => {
    const one = folder({ meta_data: { order: new ExactNumber("9007199254740993") } });
    assert.equal(folderLabel(one, ["order"]), "9007199254740993");
  });

  it("tells the previous result while the folder runs again, and that a result is computed", () => {
    const settled = { group_id: "a", time_updated: 1, state: "FINISHED", resolution_status: "DECLINED" };
    const running = { group_id: "b", time_updated: 2, state: "PROCESSING" };
    const words = { resolution_status: "PROCESSING", system_resolution: "PROCESSING" };
    assert.equal(
      resultInWords(resolveFolder({ ...words, analyses: [settled, running] })),
      "Processing, was Declined",
    );
    assert.equal(resultInWords(resolveFolder({ analyses: [settled] })), "Declined (computed)");
    assert.equal(resultInWords(resolveFolder({ system_resolution: "success" })), "Success");
  });

  it("tells that the folder runs again while the server still gives the result of before", () => {
    const times = { time_created: 1, time_updated: 2 };
    const settled = { group_id: "a", ...times, state: "FINISHED", resolution_status: "DECLINED" };
    const running = { group_id: "b", time_created: 3, time_updated: 3, state: "PROCESSING" };
    const json = { system_resolution: "DECLINED", analyses: [settled, running] };
    assert.equal(resultInWords(resolveFolder(json)), "Declined, running again");
    const other = { ...json, system_resolution: "SUCCESS" };
    assert.equal(resultInWords(resolveFolder(other)), "Success, running again", "not what it was");
    const before = { ...json, analyses: [settled, { ...running, time_created: 0 }] };
    assert.equal(resultInWords(resolveFolder(before)), "Declined, still running", "posted before");
  });

  it("tells that the first group is running although the server gives a result", () => {
    const running = { group_id: "b", time_updated: 2, state: "PROCESSING" };
    const words = { resolution_status: "PROCESSING", system_resolution: "DECLINED" };
    assert.equal(resultInWords(resolveFolder({ ...words, analyses: [running] })), "Declined, still running");
    assert.equal(resultInWords(resolveFolder(words)), "Declined, still running");
    assert.equal(resultInWords(resolveFolder({ ...words, resolution_status: "FINISHED" })), "Declined");
  });

  it("tells an unknown result of before by its word", () => {
    const odd = { group_id: "a", time_updated: 1, state: "FINISHED", resolution_status: "REVIEW" };
    const running = { group_id: "b", time_updated: 2, state: "PROCESSING" };
    assert.equal(
      resultInWords(resolveFolder({ analyses: [odd, running] })),
      "Processing (computed), was Unknown (REVIEW)",
    );
  });

  it("tells that finished analyses have no result", () => {
    const unresolved = { group_id: "a", state: "FINISHED" };
    assert.equal(resultInWords(resolveFolder({ analyses: [unresolved] })), "Finished, no result");
    assert.deepEqual((["FINISHED", "DECLINED"] as const).map(computedInWords), ["no result", "Declined"]);
  });

  it("tells an operator's decision unless it is the system's", () => {
    const words = (system_resolution: string | undefined, operator_status: string, more: object = {}) =>
      resultInWords(resolveFolder({ system_resolution, operator_status, ...more }));
    assert.equal(words("OPERATOR_REQUIRED", "SUCCESS"), "Success by operator");
    assert.equal(words("SUCCESS", "DECLINED"), "Success, Declined by operator");
    assert.equal(words("DECLINED", "DECLINED"), "Declined");
    assert.equal(words("OPERATOR_REQUIRED", "OPERATOR_REQUIRED"), "Operator required");
    const analyses = [{ group_id: "a", state: "FINISHED", resolution_status: "SUCCESS" }];
    assert.equal(words(undefined, "DECLINED", { analyses }), "Success (computed), Declined by operator");
  });

  it("quotes an unknown result, wherever it comes from", () => {
    const analyses = ["REVIEW", "CHECK", "SUCCESS", "CHECK"].map((resolution_status, index) => ({
      analysis_id: `${index}`,
      group_id: "a",
      state: "FINISHED",
      resolution_status,
    }));
    assert.equal(resultInWords(resolveFolder({ analyses })), "Unknown (REVIEW, CHECK, computed)");
    assert.equal(resultInWords(resolveFolder({ analyses, system_resolution: "odd" })), "Unknown (odd)");
    assert.equal(resultInWords(resolveFolder({ resolution_status: "odd" })), "Unknown (odd)");
    assert.equal(resultInWords(resolveFolder({})), "Unknown");
  });

  it("counts analyses, or says that they are unknown", () => {
    assert.equal(analysesInWords(resolveFolder({ analyses: [{}] })), "1 analysis");
    assert.equal(analysesInWords(resolveFolder({ analyses: [] })), "no analyses");
    assert.equal(analysesInWords(resolveFolder({})), "analyses unknown");
    const many = resolveFolder({ analyses: Array<object>(1234).fill({}) });
    assert.equal(analysesInWords(many), "1,234 analyses", "including those that are not shown");
  });
});
