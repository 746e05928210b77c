import assert from "node:assert/strict";
import { readFolder } from "../../../../src/oz/model/folder";
import { resolveFolder } from "../../../../src/status/resolveFolder";
import { analysesInWords, folderLabel, resultInWords } from "../../../../src/views/text/folderText";

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

  it("counts analyses, or says that they are unknown", () => {
    assert.equal(analysesInWords(resolveFolder({ analyses: [{}] })), "1 analysis");
    assert.equal(analysesInWords(resolveFolder({ analyses: [] })), "no analyses");
    assert.equal(analysesInWords(resolveFolder({})), "analyses unknown");
    const many = resolveFolder({ analyses: Array<object>(1234).fill({}) });
    assert.equal(analysesInWords(many), "1,234 analyses", "including those that are not shown");
  });
});
