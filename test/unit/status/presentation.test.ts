import assert from "node:assert/strict";
import { present, type Severity } from "../../../src/status/presentation";
import { STATUS_WORDS, type Status } from "../../../src/status/words";

const all: readonly Status[] = [...STATUS_WORDS, "UNKNOWN"];

describe("how a status is shown", () => {
  for (const property of ["icon", "label", "spoken"] as const) {
    it(`no two statuses share their ${property}`, () => {
      assert.equal(new Set(all.map((status) => present(status)[property])).size, all.length);
    });
  }

  // How urgent each is for the person who debugs.
  const severities: [Status, Severity][] = [
    ["INITIAL", "info"],
    ["PROCESSING", "info"],
    ["FAILED", "error"],
    ["FINISHED", "info"],
    ["DECLINED", "error"],
    ["OPERATOR_REQUIRED", "warning"],
    ["SUCCESS", "ok"],
    ["UNKNOWN", "info"],
  ];
  for (const [status, severity] of severities) {
    it(`${status}: ${severity}`, () => assert.equal(present(status).severity, severity));
  }

  it("says how urgent it is", () => {
    assert.deepEqual(
      all.map((status) => `${status} ${present(status).severity}`),
      [
        "INITIAL info",
        "PROCESSING info",
        "FAILED error",
        "FINISHED info",
        "DECLINED error",
        "OPERATOR_REQUIRED warning",
        "SUCCESS ok",
        "UNKNOWN info",
      ],
    );
  });

  it("shows an unknown word as it came, cut to a length that a row can hold", () => {
    assert.equal(present("UNKNOWN", "MANUAL_CHECK").label, "Unknown (MANUAL_CHECK)");
    assert.equal(present("UNKNOWN", "MANUAL_CHECK").spoken, "unknown status MANUAL_CHECK");
    assert.equal(present("UNKNOWN", "MANUAL_CHECK").spoken, "unknown status MANUAL_CHECK");
    assert.ok(present("UNKNOWN", "X".repeat(1_000_000)).label.length < 60);
    assert.equal(present("SUCCESS", "success").label, "Success");
  });
});
