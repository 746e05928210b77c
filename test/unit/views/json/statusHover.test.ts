import assert from "node:assert/strict";
import { meaningOf } from "../../../../src/status/allowedStatuses";
import { FINDING_CODES } from "../../../../src/status/finding";
import { statusMeaning } from "../../../../src/views/json/statusHover";

describe("statusMeaning", () => {
  it("gives the meaning that the Oz API documentation has for each field", () => {
    assert.deepEqual(statusMeaning(["system_resolution"], "DECLINED"), {
      label: "Declined",
      meaning: "check failed",
      note: undefined,
    });
    for (const [path, field] of [
      [["resolution_status"], "folderStatus"],
      [["analyses", 1, "state"], "analysisState"],
      [["analyses", 1, "resolution_status"], "analysisResult"],
      [["analyses", 1, "resolution"], "analysisResult"],
    ] as const) {
      assert.equal(statusMeaning(path, "processing ")?.meaning, meaningOf("PROCESSING", field));
    }
  });

  it("adds what else a developer may wonder about", () => {
    const noteOf = (...path: (string | number)[]) => {
      const status = path.pop();
      return statusMeaning(path, status)?.note;
    };
    for (const member of ["resolution_status", "resolution"])
      assert.equal(
        noteOf("analyses", 0, member, "FAILED"),
        "Until the analysis is finished, its result repeats its state.",
      );
    assert.equal(
      noteOf("analyses", 0, "state", "finished"),
      "The analysis is done. How it ended is in resolution_status.",
    );
    assert.equal(noteOf("analyses", 0, "state", "INITIAL"), "Older servers write this.");
    assert.equal(
      noteOf("resolution_status", "FINISHED"),
      "All analyses are done. How they ended is in system_resolution, if the server gives it.",
    );
    for (const member of ["resolution_status", "system_resolution"])
      assert.match(noteOf(member, "OPERATOR_REQUIRED") ?? "", /never from liveness/);
    for (const status of ["PROCESSING", "SUCCESS", "MAYBE"])
      assert.equal(noteOf("system_resolution", status), undefined);
  });

  it("accepts the results that older servers write into the folder's status", () => {
    assert.equal(statusMeaning(["resolution_status"], "DECLINED")?.meaning, "check failed");
  });

  it("says that a status is in the wrong field, or unknown", () => {
    const misplaced = statusMeaning(["analyses", 0, "state"], "SUCCESS");
    assert.deepEqual(
      [misplaced?.label, misplaced?.meaning],
      ["Success", FINDING_CODES.valueOutOfPlace.description()],
    );
    const unknown = statusMeaning(["system_resolution"], "MAYBE");
    assert.deepEqual(
      [unknown?.label, unknown?.meaning],
      ["Unknown (MAYBE)", FINDING_CODES.unknownWord.description()],
    );
  });

  it("says nothing about other members and empty values", () => {
    for (const path of [[], ["state"], ["meta_data", "state"], ["analyses", 0], ["media", 0, "state"]]) {
      assert.equal(statusMeaning(path, "SUCCESS"), undefined);
    }
    for (const raw of [null, "", undefined])
      assert.equal(statusMeaning(["resolution_status"], raw), undefined);
  });
});
